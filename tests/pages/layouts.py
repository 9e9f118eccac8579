"""The layouts: one function a kind of page, after the markup that content systems and old hand-made sites give out."""

from __future__ import annotations

from collections.abc import Callable

from parts import Story

Make = Callable[[Story], str]
LAYOUTS: list[tuple[str, str, set[str], Make]] = []


def layout(name: str, encoding: str = "utf-8", lacks: tuple[str, ...] = ()) -> Callable[[Make], Make]:
    """Add a layout: its name, the page's encoding, and what the page does not say."""

    def add(make: Make) -> Make:
        LAYOUTS.append((name, encoding, set(lacks), make))
        return make

    return add


@layout("wp-plain")
def _(s: Story) -> str:
    body = (
        f'<div id="page"><header id="masthead">{s.menu()}</header><div id="content"><main><article class="post type-post"><header class="entry-header">'
        f'<h1 class="entry-title">{s.title}</h1><div class="entry-meta">نشر في <time datetime="{s.date}T10:00:00+03:00">{s.worded}</time> بواسطة admin</div></header>'
        f'<div class="entry-content">{s.paras()}</div><footer class="entry-footer">الوسوم: <a href="#">مرفأ</a></footer></article>{s.comments()}</main>'
        f'<aside id="secondary" class="widget-area"><h2>آخر الأخبار</h2>{s.links()}</aside></div>{s.footer()}</div>'
    )
    return s.page(f'<meta property="og:site_name" content="{s.outlet}">', body)


@layout("wp-magazine")
def _(s: Story) -> str:
    inline = f'<div id="inline-related-post" class="mag-box"><h3>مقالات ذات صلة</h3>{s.links(3)}</div>'
    body = (
        f'<div id="tie-wrapper">{s.menu("div", "top-nav")}<div id="the-post" class="container-wrapper"><div class="entry-header-outer"><nav id="breadcrumb"><a href="/">الرئيسية</a> / <a href="/n">أخبار</a></nav>'
        f'<h1 class="post-title entry-title">{s.title}</h1><div class="post-meta">هيئة التحرير<span class="date">منذ 4 ساعات</span><span>0</span><span>12</span><span>دقيقة واحدة</span></div></div>'
        f'{s.share()}<div class="entry-content entry clearfix">{s.with_inside(inline)}</div>{s.share()}<div id="related-posts"><h3>مقالات ذات صلة</h3>{s.cards()}</div>{s.comments()}</div>'
        f'<aside class="sidebar">{s.cards(5)}</aside></div>'
    )
    return s.page(s.og() + s.ld(), body)


@layout("wp-news-blocks")
def _(s: Story) -> str:
    ad = '<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- إعلان -</span><script>ads()</script></div>'
    body = (
        f'<div id="td-outer-wrap"><div class="td-header-wrap">{s.menu()}</div><article class="td-post-template"><header class="td-post-title"><h1 class="entry-title">{s.title}</h1>'
        f'<div class="td-module-meta-info"><span class="td-post-date"><time class="entry-date" datetime="{s.date}T06:12:00+00:00">{s.worded}</time></span></div></header>'
        f'<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><img src="a.jpg"><figcaption class="wp-caption-text">من الأرشيف</figcaption></figure></div>{s.with_inside(ad)}</div>'
        f'<footer><div class="td-post-source-tags"><ul class="td-tags"><li><a>أخبار</a></li></ul></div>{s.share("div", "td-post-sharing")}</footer></article>'
        f'<div class="td_block_related_posts">{s.cards(3)}</div>{s.footer()}</div>'
    )
    return s.page(s.og(), body)


@layout("wp-jeg")
def _(s: Story) -> str:
    body = (
        f'<div class="jeg_viewport">{s.menu("div", "jeg_navbar")}<div class="jeg_inner_content"><div class="entry-header"><h1 class="jeg_post_title">{s.title}</h1><div class="jeg_post_meta"><div class="jeg_meta_author">بواسطة فريق التحرير</div><div class="jeg_meta_date">{s.worded}</div></div></div>'
        f'<div class="entry-content no-share"><div class="content-inner">{s.paras()}<div class="jeg_post_tags"><span>Tags:</span> <a>خبر</a></div></div></div><div class="jnews_related_post_container">{s.cards(4)}</div></div></div>'
    )
    return s.page(s.og(date=False), body)


@layout("wp-elementor")
def _(s: Story) -> str:
    rows = "".join(
        f'<div class="elementor-element elementor-widget-text-editor"><div class="elementor-widget-container">{p}</div></div>'
        for p in s.paras().split("\n")
    )
    body = (
        f'<div class="elementor"><div class="elementor-location-header">{s.menu()}</div><section class="elementor-section"><h1 class="elementor-heading-title">{s.title}</h1></section>'
        f'<section class="elementor-section elementor-section-boxed">{rows}</section><div class="elementor-posts-container">{s.cards(3)}</div>{s.footer()}</div>'
    )
    return s.page(s.og(), body)


@layout("wp-caption-inside")
def _(s: Story) -> str:
    fig = '<div class="wp-caption aligncenter"><img src="x.jpg"><p class="wp-caption-text">جانب من الاجتماع (تصوير: سامر الوادي)</p></div>'
    body = f'<div class="site">{s.menu()}<div class="post"><h1>{s.title}</h1><div class="post-content">{s.with_inside(fig)}</div>{s.share()}</div><div id="sidebar">{s.links()}</div></div>'
    return s.page(s.og(), body)


@layout("drupal-seven")
def _(s: Story) -> str:
    body = (
        f'<div id="page-wrapper"><div id="header">{s.menu("div", "region-navigation")}</div><h1 class="page__title" id="page-title">{s.title}</h1><div id="content" class="column"><article class="node node-article view-mode-full">'
        f'<div class="field field-name-post-date field-type-ds"><div class="field-items"><div class="field-item even">{s.worded} - 09:15</div></div></div>'
        f'<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{s.paras()}</div></div></div>'
        f'<div class="field field-name-field-tags">{s.links(2)}</div></article></div><div class="region region-sidebar-second">{s.links()}</div></div>'
    )
    return s.page(f'<meta property="og:site_name" content="{s.outlet}">', body)


@layout("drupal-ten")
def _(s: Story) -> str:
    body = (
        f'<div class="dialog-off-canvas-main-canvas">{s.menu()}<main><h1><span class="field field--name-title">{s.title}</span></h1><article role="article"><span class="field field--name-created"><time datetime="{s.date}T12:00:00+00:00">{s.worded}</time></span>'
        f'<div class="clearfix text-formatted field field--name-body field--type-text-with-summary">{s.paras()}</div><section class="field field--name-comment">{s.comments()}</section></article></main><aside>{s.cards()}</aside></div>'
    )
    return s.page(s.og(date=False), body)


@layout("blogger", lacks=("outlet",))
def _(s: Story) -> str:
    body = (
        f'<div class="body-fauxcolumns"></div><div class="content"><div class="tabs-outer">{s.menu("div", "tabs")}</div><h2 class="date-header"><span>{s.worded}</span></h2><div class="post hentry uncustomized-post-template"><h3 class="post-title entry-title">{s.title}</h3>'
        f'<div class="post-body entry-content" id="post-body-1"><div dir="rtl" style="text-align: right;">{s.breaks()}</div></div><div class="post-footer"><span class="post-author">مرسلة بواسطة مدون</span>{s.share()}</div></div><div class="sidebar"><h2>الأرشيف</h2>{s.links()}</div></div>'
    )
    return s.page("", body, title=s.title)


@layout("amp")
def _(s: Story) -> str:
    ad = '<amp-ad width="300" height="250" type="adsense"><div placeholder>إعلان</div></amp-ad>'
    body = (
        f'<amp-sidebar id="s" hidden>{s.menu()}</amp-sidebar><header class="amp-wp-header"><a href="/">{s.outlet}</a></header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{s.title}</h1><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{s.date}T09:00:00+00:00">منذ شهرين</time></div></header>'
        f'<div class="amp-wp-article-content">{s.with_inside(ad)}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta">التصنيفات: محليات</div></footer></article>{s.footer()}'
    )
    return s.page(s.ld(), body)


@layout("aspnet-form")
def _(s: Story) -> str:
    body = (
        f'<form method="post" action="./News.aspx?id=9" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="{"A" * 400}"><div id="ctl00_pnlHeader">{s.menu("div", "menu")}</div><div id="ctl00_main"><span id="ctl00_lblTitle"><h1>{s.title}</h1></span>'
        f'<span id="ctl00_lblDate">{s.worded}</span><div id="ctl00_divBody">{s.paras("div", "h3")}</div></div><div id="ctl00_right">{s.links(8)}</div><div id="ctl00_footer">جميع الحقوق محفوظة {s.outlet}</div></form>'
    )
    return s.page("", body)


@layout("tables-old", "windows-1256")
def _(s: Story) -> str:
    rows = "".join(
        f'<tr><td bgcolor="#eeeeee"><a href="n{i}.asp">{h}</a></td></tr>'
        for i, h in enumerate(["أخبار محلية", "أخبار عربية", "رياضة", "اتصل بنا"])
    )
    body = (
        f'<table width="100%"><tr><td colspan="3"><img src="logo.gif"></td></tr><tr><td width="150" valign="top"><table>{rows}</table></td>'
        f'<td valign="top"><table><tr><td><font size="5" color="navy"><b>{s.title}</b></font></td></tr><tr><td><font size="2">{s.worded}</font></td></tr><tr><td align="right"><font face="Tahoma" size="3">{s.breaks("<br>")}</font></td></tr></table></td>'
        f'<td width="150" valign="top">{s.links(5)}</td></tr></table><center><font size="1">جميع الحقوق محفوظة</font></center>'
    )
    return s.page("", body, title=f"{s.title} - {s.outlet}", charset="windows-1256", lang='dir="rtl"')


@layout("font-soup", "windows-1256", lacks=("outlet",))
def _(s: Story) -> str:
    body = (
        f'<center><h2>{s.title}</h2></center><p align="right"><font face="Simplified Arabic">{s.breaks("</font></p><p align=right><font>")}</font></p><hr>'
        f'<a href="javascript:history.back()">عودة</a> | <a href="print.asp">طباعة</a><p>{s.worded}</p>'
    )
    return (
        s.page("", body, title=s.title, charset="windows-1256", lang="")
        .replace("<!DOCTYPE html>\n", "")
        .replace(f"<p>{s.worded}</p>", "")
        .replace("<center><h2>", f"<p>{s.worded}</p><center><h2>")
    )


@layout("app-json-only")
def _(s: Story) -> str:
    return s.page(
        s.ld(body=True),
        '<div id="__next"></div><noscript>يرجى تفعيل جافاسكربت لمشاهدة الموقع</noscript><script>window.__DATA__={}</script>',
    )


@layout("paywall")
def _(s: Story) -> str:
    first = s.paras().split("\n")[0]
    body = f'{s.menu()}<article><h1>{s.title}</h1><p class="standfirst">{s.outlet}</p>{first}<div class="paywall-offer"><h3>هذا المقال للمشتركين فقط</h3><p>اشترك الآن بأقل من عشرة دنانير في الشهر لتقرأ كل ما ننشره بلا حدود.</p><a>اشترك</a></div></article>{s.cards()}'
    return s.page(s.og() + s.ld(body=True), body)


@layout("live-blog")
def _(s: Story) -> str:
    rows = "".join(
        f'<div class="live-entry" id="e{i}"><span class="entry-time">1{i}:30</span><div class="entry-text">{p}</div></div>'
        for i, p in enumerate(s.paras(head="p").split("\n"))
    )
    body = f'{s.menu()}<div class="live-page"><h1>{s.title}</h1><div class="live-feed">{rows}</div><div class="most-read">{s.links()}</div></div>{s.footer()}'
    return s.page(s.og() + s.ld(kind="LiveBlogPosting"), body)


@layout("comments-heavy")
def _(s: Story) -> str:
    body = f'{s.menu()}<div class="wrap"><div class="news-details"><h1>{s.title}</h1><span class="news-date">{s.worded}</span><div class="news-text">{s.paras()}</div></div>{s.comments() * 4}</div>'
    return s.page(s.og(date=False), body)


@layout("infinite-scroll")
def _(s: Story) -> str:
    other = Story(s.number + 1, s.name)
    third = Story(s.number + 2, s.name)
    pieces = "".join(
        f'<article class="single-article"><h1>{x.title}</h1><div class="article-body">{x.paras()}</div></article>'
        for x in (s, other, third)
    )
    return s.page(s.og() + s.ld(), f"{s.menu()}<main>{pieces}</main>")


@layout("wysiwyg-long")
def _(s: Story) -> str:
    more = f'<div class="more-on"><h3 class="more-on__heading">اقرأ أيضا</h3>{s.links(3)}</div>'
    body = (
        f'<div class="site-header">{s.menu()}</div><main id="main-content-area"><header class="article-header"><h1>{s.title}</h1><p class="article__subhead"></p></header><div class="article-dates"><span class="date-simple">{s.day}/{s.month}/{s.year}</span></div>'
        f'<div class="wysiwyg wysiwyg--all-content">{s.with_inside(more)}</div><div class="article-source"><span>المصدر : {s.outlet}</span></div></main><aside class="trending-articles">{s.links()}</aside>'
    )
    return s.page(s.og(date=False), body)


@layout("divs-each")
def _(s: Story) -> str:
    rows = "".join(
        f'<div data-component="text-block" class="ssrcss-uf6wea-RichTextComponentWrapper"><div class="ssrcss-1 e5">{p}</div></div>'
        for p in s.paras().split("\n")
    )
    links = f'<div data-component="links-block"><p>مواضيع قد تهمك</p>{s.links(3)}</div>'
    body = f'{s.menu()}<main id="main-content"><article><header><h1 id="main-heading">{s.title}</h1><time datetime="{s.date}T20:11:05.000Z">{s.worded}</time></header>{rows}{links}</article></main><section class="ssrcss-topstories">{s.cards()}</section>'
    return s.page(s.og(date=False), body)


@layout("story-text")
def _(s: Story) -> str:
    body = f'<div id="hdr">{s.menu("div", "hdr-nav")}</div><div id="content"><h1>{s.title}</h1><div class="cnn_strytmstmp">{s.worded}</div><div class="cnn_strycntntlft" id="storytext">{s.paras()}</div><div class="cnn_strybtntools">{s.share()}</div><div id="cnn_hilites">{s.links()}</div></div>'
    return s.page(f'<meta name="application-name" content="{s.outlet}">', body)


@layout("chapo-lead")
def _(s: Story) -> str:
    lead, rest = s.paras().split("\n", 1)
    body = f'{s.menu()}<main><article class="t-content"><h1 class="t-content__title a-page-title">{s.title}</h1><span class="m-pub-dates__date">نشرت في: <time datetime="{s.date}T07:07:07+0000">{s.day}/{s.month}/{s.year}</time></span><div class="t-content__chapo">{lead}</div>{s.share()}<div class="t-content__body u-clearfix">{rest}<div class="m-em-flash">{s.links(1)}</div></div></article></main>{s.cards(4)}'
    return s.page(s.og(date=False), body)


@layout("microdata-span")
def _(s: Story) -> str:
    body = f'{s.menu("div", "nav-box")}<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{s.title}</h1><meta itemprop="datePublished" content="{s.date}"><div class="txt"><span itemprop="articleBody">{s.breaks("<br />&nbsp;<br />")}</span></div></div><div class="box">{s.links(9)}</div>'
    return s.page(f'<meta property="og:site_name" content="{s.outlet}">', body)


@layout("joomla")
def _(s: Story) -> str:
    body = f'<div id="ja-mainnav">{s.menu("div", "mainnav")}</div><div class="item-page" itemscope><div class="page-header"><h2 itemprop="headline">{s.title}</h2></div><dl class="article-info muted"><dt>التفاصيل</dt><dd class="published"><time datetime="{s.date}T00:00:00+03:00">نشر بتاريخ: {s.worded}</time></dd><dd class="hits">الزيارات: 120</dd></dl><div itemprop="articleBody">{s.paras()}</div><ul class="pager pagenav"><li><a>السابق</a></li><li><a>التالي</a></li></ul></div><div class="moduletable">{s.links()}</div>'
    return s.page("", body)


@layout("joomla-ktwo")
def _(s: Story) -> str:
    intro, rest = s.paras().split("\n", 1)
    body = f'{s.menu()}<div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">{s.worded}</span><h2 class="itemTitle">{s.title}</h2></div><div class="itemToolbar">حجم الخط طباعة البريد الإلكتروني</div><div class="itemBody"><div class="itemIntroText">{intro}</div><div class="itemFullText">{rest}</div></div><div class="itemLinks">{s.links(3)}</div></div>'
    return s.page("", body)


@layout("no-classes", lacks=("date",))
def _(s: Story) -> str:
    return s.page(
        "",
        f"<div><ul><li><a href=/>الرئيسية</a></li><li><a href=/a>أخبار</a></li></ul></div><div><h1>{s.title}</h1>{s.paras()}</div><div>{s.links()}</div>",
    )


@layout("div-soup")
def _(s: Story) -> str:
    rows = "".join(f'<div class="r{i}"><div>{p}</div></div>' for i, p in enumerate(s.paras("div", "div").split("\n")))
    body = f'<div class="a">{s.menu("div", "b")}</div><div class="c"><div class="d"><div class="e">{s.title}</div><div class="f">{s.worded}</div><div class="g">{rows}</div></div><div class="h">{s.links()}</div></div>'
    return s.page("", body)


@layout("span-paragraphs")
def _(s: Story) -> str:
    body = f'{s.menu()}<div class="newsbody"><h1>{s.title}</h1><div class="time">{s.worded}</div>{s.breaks("</span><br/><br/><span>")}</div><div class="left-col">{s.links()}</div>'.replace(
        '<div class="time">', '<div class="time">', 1
    )
    return s.page(s.og(date=False), body)


@layout("utf-sixteen", "utf-16")
def _(s: Story) -> str:
    return s.page(
        s.og(),
        f"{s.menu()}<div class='article-content'><h1>{s.title}</h1>{s.paras()}</div>{s.footer()}",
        charset="utf-16",
    )


@layout("false-charset", "windows-1256")
def _(s: Story) -> str:
    return s.page(
        s.og(), f"{s.menu()}<div class='post-text'><h1>{s.title}</h1>{s.paras()}</div>{s.footer()}", charset="utf-8"
    )


@layout("latin-declared")
def _(s: Story) -> str:
    return s.page(
        s.og(),
        f"{s.menu()}<div class='details-body'><h1>{s.title}</h1>{s.paras()}</div>{s.footer()}",
        charset="iso-8859-1",
    )


@layout("og-only")
def _(s: Story) -> str:
    body = f'{s.menu()}<section><div class="content-body">{s.paras()}</div></section>{s.cards()}'
    return s.page(s.og(), body, title=s.outlet)


@layout("lists-and-quotes")
def _(s: Story) -> str:
    rows = s.paras().split("\n")
    body = (
        f'{s.menu()}<article><h1>{s.title}</h1><div class="story-body">{rows[0]}<blockquote>{rows[1]}</blockquote>'
        + "".join(f"<ul><li>{r[3:-4] if r.startswith('<p>') else r}</li></ul>" for r in rows[2:])
        + f"</div></article>{s.footer()}"
    )
    return s.page(s.og(), body)


@layout("broken-markup")
def _(s: Story) -> str:
    rows = s.paras(head="h4").replace("</p>", "").replace("</h4>", "<p>").split("\n")
    body = (
        f"<div class=wrapper><div id=top>{s.menu('div', 'menu')}<div class=body-text><h1>{s.title}</h2>"
        + "".join(rows)
        + f"</div></div><div class=related>{s.links()}</div></b></i></table>"
    )
    return s.page(s.og(), body)


@layout("todays-date-above")
def _(s: Story) -> str:
    body = f'<div class="clock">الجمعة 3 يناير 2031</div>{s.menu("div", "nav")}<div class="crumb"><a href=/>الرئيسية</a> » <a href=/l>محليات</a></div><h1 class="ttl">{s.title}</h1><div class="when">نشر: {s.worded} الساعة 10:15 ص</div><div class="newsdetail">{s.paras()}</div><div class="also">{s.cards(3)}</div>'
    return s.page(f'<meta property="og:site_name" content="{s.outlet}">', body)


@layout("embeds")
def _(s: Story) -> str:
    tweet = '<blockquote class="twitter-tweet"><a href="https://t.example/1"></a></blockquote><iframe src="https://v.example/e/1"></iframe><div class="video-player"><p>لا يدعم متصفحك تشغيل الفيديو، انقر هنا لتحميله على جهازك.</p></div>'
    body = f'{s.menu()}<article><h1>{s.title}</h1><div class="article__content">{s.with_inside(tweet)}</div></article>{s.footer()}'
    return s.page(s.og(), body)


@layout("numeric-date")
def _(s: Story) -> str:
    body = f'<div class="header">{s.menu("div", "nav")}</div><div class="inner"><div class="title"><h1>{s.title}</h1></div><div class="info">{s.year}-{s.month:02}-{s.day:02} 14:20 <span>مشاهدات 310</span></div><div class="story">{s.paras()}</div></div><div class="last-news">{s.links(10)}</div>'
    return s.page("", body)


@layout("levant-months")
def _(s: Story) -> str:
    both = [
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ]
    body = f'{s.menu()}<div class="node"><h1>{s.title}</h1><div class="submitted">{s.day} {both[s.month - 1]} {s.year}</div><div class="content">{s.paras()}</div></div><div class="block">{s.links()}</div>'
    return s.page(f'<meta property="og:site_name" content="{s.outlet}">', body)


@layout("forum")
def _(s: Story) -> str:
    replies = "".join(
        f'<div class="postbit reply"><div class="username">عضو {i}</div><div class="postcontent">شكرا جزيلا على النقل أخي الكريم، بارك الله فيك.</div></div>'
        for i in range(6)
    )
    body = f'<div class="navbar">{s.menu("div", "navtabs")}</div><h1>{s.title}</h1><div class="posts"><div class="postbit first"><div class="username">المشرف</div><div class="postdate">{s.worded}</div><div class="postcontent post-body">{s.breaks()}</div></div>{replies}</div>'
    return s.page("", body)


@layout("url-date")
def _(s: Story) -> str:
    body = (
        f'{s.menu()}<div class="post"><h1>{s.title}</h1><div class="post_content">{s.paras()}</div></div>{s.footer()}'
    )
    link = f'<link rel="canonical" href="https://{s.name}.example/{s.year}/{s.month:02}/{s.day:02}/a.html"><meta property="og:site_name" content="{s.outlet}">'
    return s.page(link, body)


@layout("parsed-twice")
def _(s: Story) -> str:
    body = f'{s.menu()}<div class="mobile-title"><h2>{s.title}</h2></div><div class="single"><h1>{s.title}</h1><div class="date">{s.worded}</div><div class="single-content"><p><strong>{s.outlet}</strong></p>{s.paras()}</div></div>{s.cards()}'
    return s.page(f'<meta property="og:site_name" content="{s.outlet}">', body)


@layout("sidebar-teasers")
def _(s: Story) -> str:
    body = f'<div class="row"><div class="col-md-4">{s.cards(8)}</div><div class="col-md-8"><h1>{s.title}</h1><small>{s.worded}</small><div class="text-justify">{s.paras()}</div></div></div>'
    return s.page(s.og(date=False), body)


@layout("section-items")
def _(s: Story) -> str:
    rows = "".join(f"<section>{p}</section>" for p in s.paras().split("\n"))
    body = f'{s.menu()}<main><h1>{s.title}</h1><p class="meta-line">{s.worded}</p>{rows}</main><section class="recommendations">{s.cards(4)}</section>'
    return s.page(s.og(date=False), body)


@layout("camel-names")
def _(s: Story) -> str:
    body = f'<div id="mainNav">{s.menu("div", "topMenu")}</div><div class="newsDetails"><h1>{s.title}</h1><div class="newsDate">{s.worded}</div><div class="articleBody">{s.paras()}</div><div class="relatedNews"><h4>أخبار ذات صلة</h4>{s.cards(2)}</div><div class="userComments"><p>ترحب الإدارة بتعليقاتكم وتحتفظ بحق حذف ما يخالف قواعد النشر في الموقع.</p></div></div>'
    return s.page("", body)
