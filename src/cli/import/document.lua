-- Puts a document into a form that a page of markdown has, and tells what is not in it:
-- each finding is a line "playbook KIND<tab>TEXT" on stderr.

local stringify = pandoc.utils.stringify
local BREAK = pandoc.RawInline("markdown", "<br>")

local function tell(kind, text)
  text = text:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")
  if text ~= "" then io.stderr:write("playbook ", kind, "\t", text, "\n") end
end

local function append(list, more)
  for _, item in ipairs(more) do list[#list + 1] = item end
end

-- A cell of a table is one line of markdown: its paragraphs and items are parted by breaks.
local function in_one_line(blocks)
  local line = {}
  local function add(inlines)
    if #inlines == 0 then return end
    if #line > 0 then line[#line + 1] = BREAK end
    append(line, inlines)
  end
  for _, block in ipairs(blocks) do
    if block.t == "BulletList" or block.t == "OrderedList" then
      for _, item in ipairs(block.content) do add(in_one_line(item)) end
    elseif block.t == "BlockQuote" then
      add(in_one_line(block.content))
    else
      add(pandoc.utils.blocks_to_inlines({ block }, { BREAK }))
    end
  end
  for at, inline in ipairs(line) do
    if inline.t == "LineBreak" then line[at] = BREAK end
    if inline.t == "SoftBreak" then line[at] = pandoc.Space() end
  end
  return line
end

local function rows_in_lines(rows)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      cell.contents = { pandoc.Plain(in_one_line(cell.contents)) }
    end
  end
end

-- Of documents of LibreOffice, older converters lose the row that heads a table.
local function tell_empty_heading(it)
  for _, row in ipairs(it.head.rows) do
    for _, cell in ipairs(row.cells) do
      if #cell.contents > 0 then return end
    end
  end
  tell("heading-row", "a table has an empty heading row")
end

local function table_in_lines(it)
  tell_empty_heading(it)
  rows_in_lines(it.head.rows)
  for _, body in ipairs(it.bodies) do
    rows_in_lines(body.head)
    rows_in_lines(body.body)
  end
  rows_in_lines(it.foot.rows)
  -- A caption is not part of a table of markdown.
  local caption = it.caption.long
  it.caption = { long = {} }
  if #caption == 0 then return it end
  local blocks = { it }
  append(blocks, caption)
  return blocks
end

-- Changes as their writer proposed them; a comment belongs to no reader.
local function span(it)
  if it.classes:includes("comment-start") then
    local author = it.attributes.author
    tell("comment", stringify(it.content) .. (author and " (" .. author .. ")" or ""))
    return {}
  elseif it.classes:includes("deletion") then
    tell("deletion", stringify(it.content))
    return {}
  elseif it.classes:includes("insertion") then
    tell("insertion", stringify(it.content))
  end
  return it.content
end

-- A picture in the text itself has no file that could lie beside the page.
local function image(it)
  if it.src:match("^data:") then
    tell("picture", stringify(it.caption) .. " (" .. it.src:sub(1, 24) .. "...)")
    return it.caption
  end
end

local function metadata(doc)
  local keys = {}
  for key in pairs(doc.meta) do keys[#keys + 1] = key end
  table.sort(keys)
  for _, key in ipairs(keys) do
    local value = doc.meta[key]
    local is_list = pandoc.utils.type and pandoc.utils.type(value) == "List"
    if is_list then
      local items = {}
      for at, item in ipairs(value) do items[at] = stringify(item) end
      tell("key " .. key, table.concat(items, ", "))
    elseif type(value) ~= "boolean" then
      tell("key " .. key, stringify(value))
    end
  end
end

return {
  { Pandoc = metadata },
  { Span = span, Image = image, Underline = function(it) return it.content end },
  { Div = function(it) return it.content end },
  { Table = table_in_lines },
}
