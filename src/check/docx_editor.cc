#include "check/docx_editor.h"

#include <algorithm>

namespace guanlan::checking {
namespace {

void set_text(pugi::xml_node element, std::string_view text) {
  element.remove_children();
  element.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
  if (!element.attribute("xml:space")) element.append_attribute("xml:space");
  element.attribute("xml:space").set_value("preserve");
}

std::string text_of(const pugi::xml_node& element) {
  std::string out;
  for (const pugi::xml_node& inner : element.children()) out += inner.value();
  return out;
}

bool is_first(const pugi::xml_node& node, const std::string& properties) {
  const auto before = node.previous_sibling();
  return !before || before.name() == properties;
}

// Moves `from` and what follows it in its run to a run of its own with the same properties.
pugi::xml_node split_run(pugi::xml_node run, pugi::xml_node from, const std::string& properties) {
  pugi::xml_node fresh = run.parent().insert_child_after(run.name(), run);
  for (const pugi::xml_attribute& a : run.attributes()) fresh.append_copy(a);
  if (const auto look = run.child(properties.c_str())) fresh.append_copy(look);
  while (from) {
    const pugi::xml_node next = from.next_sibling();
    fresh.append_move(from);
    from = next;
  }
  return fresh;
}

}  // namespace

DocxEditor::DocxEditor(pugi::xml_document& tree) {
  const std::string root = tree.document_element().name();
  const auto colon = root.find(':');
  prefix_ = colon == std::string::npos ? "" : root.substr(0, colon + 1);
  index(tree.document_element());
}

void DocxEditor::index(const pugi::xml_node& node) {
  const std::string run = tag("r"), text = tag("t");
  for (const pugi::xml_node& inner : node.children()) {
    if (inner.name() == text && node.name() == run) {
      pieces_[static_cast<std::uint32_t>(inner.offset_debug())] = {{0, inner}};
    } else {
      index(inner);
    }
  }
}

std::vector<Stretch> DocxEditor::known(const std::vector<Stretch>& stretches) const {
  std::vector<Stretch> out;
  std::copy_if(stretches.begin(), stretches.end(), std::back_inserter(out),
               [&](const Stretch& s) { return pieces_.contains(s.element); });
  return out;
}

DocxEditor::Piece& DocxEditor::piece_at(std::uint32_t element, std::uint32_t at) {
  auto& all = pieces_.at(element);
  const auto after = std::upper_bound(all.begin(), all.end(), at,
                                      [](std::uint32_t a, const Piece& p) { return a < p.begin; });
  return *std::prev(after);
}

// Cuts the text so that a piece begins at the byte; its run is cut too.
void DocxEditor::cut_text(std::uint32_t element, std::uint32_t at) {
  Piece& piece = piece_at(element, at);
  const std::string text = text_of(piece.text);
  const std::uint32_t local = at - piece.begin;
  if (local == 0 || local >= text.size()) return;
  pugi::xml_node front = piece.text;
  pugi::xml_node rest = front.parent().insert_child_after(front.name(), front);
  set_text(rest, std::string_view(text).substr(local));
  set_text(front, std::string_view(text).substr(0, local));
  split_run(front.parent(), rest, tag("rPr"));
  auto& all = pieces_.at(element);
  all.insert(all.begin() + (&piece - all.data()) + 1, {at, rest});
}

pugi::xml_node DocxEditor::run_from(std::uint32_t element, std::uint32_t at) {
  cut_text(element, at);
  const pugi::xml_node text = piece_at(element, at).text;
  const pugi::xml_node run = text.parent();
  return is_first(text, tag("rPr")) ? run : split_run(run, text, tag("rPr"));
}

pugi::xml_node DocxEditor::run_until(std::uint32_t element, std::uint32_t at) {
  cut_text(element, at);
  const pugi::xml_node text = piece_at(element, at - 1).text;
  const pugi::xml_node run = text.parent();
  if (const auto next = text.next_sibling()) split_run(run, next, tag("rPr"));
  return run;
}

bool DocxEditor::comment(const std::vector<Stretch>& stretches, int id) {
  const std::vector<Stretch> places = known(stretches);
  if (places.empty()) return false;
  pugi::xml_node first = run_from(places.front().element, places.front().begin);
  const std::string name = std::to_string(id);
  first.parent()
      .insert_child_before(tag("commentRangeStart").c_str(), first)
      .append_attribute(tag("id").c_str()) = name.c_str();
  pugi::xml_node last = run_until(places.back().element, places.back().end);
  pugi::xml_node end = last.parent().insert_child_after(tag("commentRangeEnd").c_str(), last);
  end.append_attribute(tag("id").c_str()) = name.c_str();
  pugi::xml_node reference = end.parent().insert_child_after(tag("r").c_str(), end);
  reference.append_child(tag("commentReference").c_str()).append_attribute(tag("id").c_str()) =
      name.c_str();
  return true;
}

pugi::xml_node DocxEditor::mark(const pugi::xml_node& change, std::string_view author, int id) {
  pugi::xml_node out = change;
  out.append_attribute(tag("id").c_str()) = std::to_string(id).c_str();
  out.append_attribute(tag("author").c_str()) = std::string(author).c_str();
  return out;
}

bool DocxEditor::change(const std::vector<Stretch>& stretches, std::string_view words,
                        std::string_view author, int id) {
  if (stretches.empty() || known(stretches).size() != stretches.size()) return false;
  std::vector<pugi::xml_node> runs;
  for (const Stretch& s : stretches) {
    run_from(s.element, s.begin);
    runs.push_back(run_until(s.element, s.end));
  }
  const pugi::xml_node parent = runs.front().parent();
  const std::string within = parent.name();
  if (within == tag("ins") || within == tag("del")) return false;
  for (const pugi::xml_node& run : runs) {
    if (run.parent() != parent) return false;
  }
  pugi::xml_node last;
  for (pugi::xml_node run : runs) {
    last = run.parent().insert_child_before(tag("del").c_str(), run);
    mark(last, author, id++).append_move(run);
    for (pugi::xml_node text : run.children(tag("t").c_str())) {
      text.set_name(tag("delText").c_str());
    }
  }
  if (words.empty()) return true;
  pugi::xml_node in = last.parent().insert_child_after(tag("ins").c_str(), last);
  pugi::xml_node run = mark(in, author, id).append_child(tag("r").c_str());
  if (const auto look = runs.front().child(tag("rPr").c_str())) run.append_copy(look);
  set_text(run.append_child(tag("t").c_str()), words);
  return true;
}

}  // namespace guanlan::checking
