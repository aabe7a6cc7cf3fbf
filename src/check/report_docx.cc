// The findings as an editor meets them: Word comments at the place, and fixes as tracked changes.
#include <algorithm>
#include <sstream>

#include "check/docx_editor.h"
#include "check/docx_plain.h"
#include "guanlan/check_report.h"
#include "read/office.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using namespace checking;

constexpr std::string_view kAuthor = "观澜 Guanlan";
constexpr std::string_view kCommentsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view kCommentsRelation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
constexpr std::string_view kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string xml_of(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::string(kDeclaration) + out.str();
}

// The text elements that a stretch of raw came from.
std::vector<Stretch> stretches_of(const std::vector<Origin>& origins, Span raw) {
  std::vector<Stretch> out;
  auto it = std::upper_bound(origins.begin(), origins.end(), raw.begin,
                             [](std::uint32_t at, const Origin& o) { return at < o.raw.end; });
  for (; it != origins.end() && it->raw.begin < raw.end; ++it) {
    const Span both{std::max(it->raw.begin, raw.begin), std::min(it->raw.end, raw.end)};
    const std::uint32_t at = it->at + both.begin - it->raw.begin;
    if (!out.empty() && out.back().element == it->element) {
      out.back().end = at + both.size();
    } else {
      out.push_back({it->element, at, at + both.size()});
    }
  }
  return out;
}

// Where words stand that no element of the body holds: beside what comes before them.
std::vector<Stretch> nearest(const std::vector<Origin>& origins, std::uint32_t raw) {
  if (origins.empty()) return {};
  auto it = std::upper_bound(origins.begin(), origins.end(), raw,
                             [](std::uint32_t at, const Origin& o) { return at < o.raw.begin; });
  if (it != origins.begin()) --it;
  return {{it->element, it->at, it->at + it->raw.size()}};
}

// What really changes: the words and their fix without the ends that they share.
struct Change {
  Span raw;
  std::string words;
};
Change change_of(const Finding& f) {
  const std::string_view from = f.text, to = *f.fix;
  std::size_t front = 0;
  while (front < from.size() && front < to.size()) {
    const std::size_t size = utf8::decode(from, front).size;
    if (from.substr(front, size) != to.substr(front, size)) break;
    front += size;
  }
  std::size_t back = 0;
  while (back < from.size() - front && back < to.size() - front) {
    const std::size_t size = utf8::decode_before(from, from.size() - back).size;
    if (back + size > std::min(from.size(), to.size()) - front ||
        from.substr(from.size() - back - size, size) != to.substr(to.size() - back - size, size)) {
      break;
    }
    back += size;
  }
  if (front + back == from.size() && front > 0) {  // only words put in: hold on to one before
    front -= utf8::decode_before(from, front).size;
  } else if (front + back == from.size() && back > 0) {
    back -= utf8::decode(from, from.size() - back).size;
  }
  return {{f.place.span.begin + static_cast<std::uint32_t>(front),
           f.place.span.end - static_cast<std::uint32_t>(back)},
          std::string(to.substr(front, to.size() - front - back))};
}

// word/comments.xml, made or gone on with.
class Comments {
 public:
  explicit Comments(std::unique_ptr<XmlDocument> existing) : document_(std::move(existing)) {
    if (document_ == nullptr) {
      document_ = std::make_unique<XmlDocument>();
      auto root = document_->tree.append_child("w:comments");
      root.append_attribute("xmlns:w") =
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    }
    const std::string name = root().name();
    prefix_ = name.substr(0, name.find(':') == std::string::npos ? 0 : name.find(':') + 1);
    for (const pugi::xml_node& one : root().children())
      next_ = std::max(next_, int_value(one, "id", 0) + 1);
  }

  [[nodiscard]] int next() const { return next_; }
  int add(const Finding& f, ReportLanguage language) {
    auto comment = root().append_child(tag("comment").c_str());
    comment.append_attribute(tag("id").c_str()) = std::to_string(next_).c_str();
    comment.append_attribute(tag("author").c_str()) = std::string(kAuthor).c_str();
    comment.append_attribute(tag("initials").c_str()) = "GL";
    const bool zh = language == ReportLanguage::zh;
    paragraph(comment, in(f.message, language));
    paragraph(comment, in(f.reason, language));
    for (const Quote& q : f.others) paragraph(comment, (zh ? "对照：" : "beside: ") + q.text);
    if (f.fix) paragraph(comment, (zh ? "改为：" : "fix: ") + *f.fix);
    paragraph(comment, std::string(name(f.level)) + " " + f.rule);
    return next_++;
  }
  [[nodiscard]] std::string xml() const { return xml_of(document_->tree); }

 private:
  [[nodiscard]] pugi::xml_node root() const { return document_->tree.document_element(); }
  [[nodiscard]] std::string tag(std::string_view name) const { return prefix_ + std::string(name); }
  void paragraph(pugi::xml_node comment, const std::string& text) const {
    if (text.empty()) return;
    comment.append_child(tag("p").c_str())
        .append_child(tag("r").c_str())
        .append_child(tag("t").c_str())
        .text()
        .set(text.c_str());
  }

  std::unique_ptr<XmlDocument> document_;
  std::string prefix_;
  int next_ = 0;
};

int last_change_id(const pugi::xml_node& node) {
  int last = 0;
  for (const pugi::xml_node& inner : node.children()) {
    const std::string_view name = local_name(inner);
    if (name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo") {
      last = std::max(last, int_value(inner, "id", 0));
    }
    last = std::max(last, last_change_id(inner));
  }
  return last;
}

void mark(const Checked& checked, const std::vector<Origin>& origins, XmlDocument& main,
          Comments& comments, ReportLanguage language) {
  int id = last_change_id(main.tree) + 1;
  DocxEditor editor(main.tree);
  for (const Finding& f : checked.report.findings) {
    std::vector<Stretch> places = stretches_of(origins, f.place.span);
    if (places.empty()) places = nearest(origins, f.place.span.begin);
    if (editor.comment(places, comments.next())) comments.add(f, language);
  }
  std::uint32_t done = 0;
  for (const Finding& f : checked.report.findings) {
    if (!f.fix || f.place.span.begin < done) continue;
    if (f.place.span.of(checked.document->source.raw) != f.text) continue;  // its wraps were undone
    const Change change = change_of(f);
    const auto places = stretches_of(origins, change.raw);
    std::size_t bytes = 0;
    for (const Stretch& s : places) bytes += s.end - s.begin;
    if (bytes != change.raw.size()) continue;  // some of it is not in the body
    if (!editor.change(places, change.words, kAuthor, id)) continue;
    id += static_cast<int>(places.size()) + 1;
    done = f.place.span.end;
  }
}

// The members of the document by name, in their order; content types and relations know comments.
class Package {
 public:
  explicit Package(std::vector<ZipMember> members) : members_(std::move(members)) {}

  [[nodiscard]] std::string* find(std::string_view name) {
    const auto it = std::find_if(members_.begin(), members_.end(),
                                 [&](const ZipMember& m) { return m.name == name; });
    return it == members_.end() ? nullptr : &it->content;
  }
  void set(const std::string& name, std::string content) {
    if (std::string* old = find(name)) {
      *old = std::move(content);
    } else {
      members_.push_back({name, std::move(content)});
    }
  }
  // Adds an element to the root of a small part.
  Result<void> add(const std::string& part, const char* element,
                   const std::vector<std::pair<const char*, std::string>>& attributes) {
    const std::string* content = find(part);
    if (content == nullptr)
      return fail(Code::damaged, "文档缺少部件", part, "请用 Office 另存一次");
    auto document = parse_xml(*content);
    if (!document) return tl::unexpected(document.error());
    auto node = (*document)->tree.document_element().append_child(element);
    for (const auto& [name, value] : attributes) node.append_attribute(name) = value.c_str();
    set(part, xml_of((*document)->tree));
    return {};
  }
  [[nodiscard]] Result<std::string> pack() const { return zip(members_); }

 private:
  std::vector<ZipMember> members_;
};

Result<std::vector<ZipMember>> members_of(std::string_view bytes) {
  const auto names = zip_names(bytes);
  if (!names) return tl::unexpected(names.error());
  auto all = unzip(bytes, [](std::string_view name) { return !name.ends_with('/'); });
  if (!all) return tl::unexpected(all.error());
  std::vector<ZipMember> out;
  for (const std::string& name : *names) {
    const auto it = all->find(name);
    if (it != all->end()) out.push_back({name, std::move(it->second)});
  }
  return out;
}

struct Opened {
  std::vector<ZipMember> members;
  std::vector<Origin> origins;
  std::string main, comments;  // part names; no comments yet: empty
};

Result<Opened> open(const Checked& checked, std::string_view bytes) {
  const Document& document = *checked.document;
  if (document.source.format != Format::docx) {
    PlainDocx plain = plain_docx(document);
    return Opened{std::move(plain.members), std::move(plain.origins), std::string(kMainPart), {}};
  }
  const auto package = OfficePackage::open(bytes);
  if (!package) return tl::unexpected(package.error());
  const auto main = package->main_part();
  if (!main) return tl::unexpected(main.error());
  auto members = members_of(bytes);
  if (!members) return tl::unexpected(members.error());
  Opened out{std::move(*members), document.source.origins, *main, {}};
  for (const Relationship& r : package->relationships(*main)) {
    if (r.type == "comments" && package->has(r.target)) out.comments = r.target;
  }
  return out;
}

// The part that names what belongs to another part: word/_rels/document.xml.rels.
std::string relations_of(const std::string& part) {
  const auto slash = part.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

}  // namespace

Result<std::string> report_docx(const Checked& checked, std::string_view bytes,
                                ReportLanguage language) {
  auto opened = open(checked, bytes);
  if (!opened) return tl::unexpected(opened.error());
  Package package(std::move(opened->members));
  auto main = parse_xml(*package.find(opened->main));
  if (!main) return tl::unexpected(main.error());
  std::unique_ptr<XmlDocument> existing;
  if (!opened->comments.empty()) {
    auto parsed = parse_xml(*package.find(opened->comments));
    if (!parsed) return tl::unexpected(parsed.error());
    existing = std::move(*parsed);
  }
  Comments comments(std::move(existing));
  mark(checked, opened->origins, **main, comments, language);
  package.set(opened->main, xml_of((*main)->tree));
  if (opened->comments.empty()) {
    opened->comments = opened->main.substr(0, opened->main.rfind('/') + 1) + "comments.xml";
    if (auto done = package.add(
            "[Content_Types].xml", "Override",
            {{"PartName", "/" + opened->comments}, {"ContentType", std::string(kCommentsType)}});
        !done) {
      return tl::unexpected(done.error());
    }
    if (auto done = package.add(relations_of(opened->main), "Relationship",
                                {{"Id", "rIdGuanlanComments"},
                                 {"Type", std::string(kCommentsRelation)},
                                 {"Target", "comments.xml"}});
        !done) {
      return tl::unexpected(done.error());
    }
  }
  package.set(opened->comments, comments.xml());
  return package.pack();
}

}  // namespace guanlan
