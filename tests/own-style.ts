/** The address that the style of these tests names itself by. */
export const OWN_ADDRESS = 'http://www.example.vn/kieu-trich-dan/truong-mau';
export const OWN_TITLE = 'Trường Mẫu – tài liệu tham khảo';

const LAYOUT = `
    <layout suffix=" [hết]">
      <text variable="citation-number" prefix="[" suffix="] "/>
      <group delimiter=" | ">
        <names variable="author"><name and="text" delimiter=", "/><substitute><text variable="container-title"/></substitute></names>
        <text variable="title" quotes="true"/>
        <date variable="issued" form="numeric"/>
        <text variable="URL" prefix="&lt;" suffix="&gt;"/>
      </group>
    </layout>`;

/** A style as a university would write one; `parts` takes the place of what stands in it. */
export function ownStyle(
  parts: { before?: string; info?: string; macros?: string; bibliography?: string } = {},
): string {
  const {
    before = '<?xml version="1.0" encoding="utf-8"?>',
    info = `<title>${OWN_TITLE}</title><id>${OWN_ADDRESS}</id><updated>2026-11-22T00:00:00+00:00</updated>`,
    macros = '',
    bibliography = `<bibliography>${LAYOUT}</bibliography>`,
  } = parts;
  return `${before}
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <!-- Một dòng
       ghi chú -->
  <info>${info}</info>
  ${macros}
  <citation><layout><text variable="citation-number"/></layout></citation>
  ${bibliography}
</style>
`;
}

/** A style that only points at another, as most files of the style repositories do. */
export const DEPENDENT_STYLE = ownStyle({
  info: `<title>Tạp chí Mẫu</title><id>http://www.example.vn/tap-chi</id><link href="${OWN_ADDRESS}" rel="independent-parent"/>`,
  bibliography: '',
});
