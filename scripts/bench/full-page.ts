/**
 * An article in a page of the size that papers have: some 3,000 elements of menus, teasers, comments and footer around
 * its paragraphs. The lines of `text` become its paragraphs, the first of them its title.
 */
export function fullPage(text: string): string {
  const [title = '', ...paragraphs] = text.split('\n').filter(Boolean);
  const body = paragraphs.map((line) => `<p style="text-align: justify">${escape(line)}</p>`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body>
<header><div class="banner"><a href="/"><img alt="Báo Bến Đò" src="logo.png"></a></div>
<nav class="menu"><ul>${times(30, (at) => `<li><a href="/muc-${at}">Chuyên mục ${at}</a><ul>${menu(at)}</ul></li>`)}</ul></nav></header>
<div class="container"><div class="main-col"><div class="breadcrumb"><a href="/">Trang chủ</a> › <a href="/xay-dung-dang">Xây dựng Đảng</a></div>
<h1 class="title">${escape(title)}</h1><div class="time">Thứ Ba, 07/03/2023, 08:01</div>
<div class="share">${times(6, (at) => `<a class="btn" href="#"><i class="icon-${at}"></i></a>`)}</div>
<div class="noi-dung-tin">${body.join('\n')}</div>
<div class="related"><h3>Tin liên quan</h3>${times(20, teaser)}</div>
<div class="comments">${times(60, comment)}</div></div>
<aside class="sidebar">${times(8, (at) => `<section><h3>Mục ${at}</h3>${times(15, teaser)}</section>`)}</aside></div>
<footer><p>Cơ quan chủ quản: Đảng ủy phường Bến Đò. Điện thoại: 000 0000 000</p>${times(40, (at) => `<a href="/f-${at}">Liên kết ${at}</a> `)}</footer>
</body></html>`;
}

function menu(of: number): string {
  return times(
    8,
    (at) => `<li><a href="/muc-${of}/${at}"><span>Mục con ${of}.${at}</span></a></li>`,
  );
}

function teaser(at: number): string {
  return `<article class="story"><a href="/tin-${at}.html"><img src="${at}.jpg" alt=""></a><h4><a href="/tin-${at}.html">Phường Bến Đò ra mắt tổ tự quản số ${at}</a></h4><div class="meta"><span>${at} giờ trước</span><span>${at} bình luận</span></div></article>`;
}

function comment(at: number): string {
  return `<div class="comment"><b>Bạn đọc ${at}</b><p>Cách làm này ở khu phố tôi cũng có từ ${at} năm nay, bà con đồng tình.</p><a href="#">Trả lời</a></div>`;
}

function times(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at + 1)).join('\n');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
