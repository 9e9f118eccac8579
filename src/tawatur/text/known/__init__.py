"""Who and what is known by name: states, cities, bodies, organisations, people, offices. Lists are data, forms are rules.

More than one stage needs them: the name finder, the resolver, the cleaner (credits of agencies).
"""
