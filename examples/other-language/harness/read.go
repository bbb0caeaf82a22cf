package main

import (
	"slices"

	"scrapbookreader/scrapbook"
)

func (r request) readOptions() scrapbook.FolderOptions {
	return scrapbook.FolderOptions{
		Options: scrapbook.Options{
			Lenient:        r.Options.Strict != nil && !*r.Options.Strict,
			MergeReference: r.Options.Merge == "reference",
			Encoders:       encodersOf(r.Options.Encoders),
		},
		Recursive: r.Options.Recursive,
		Hidden:    r.Options.Hidden,
		Collect:   r.Options.OnError == "collect",
	}
}

// asks tells whether a part of the answer is asked for.
func (r request) asks(part string) bool { return r.Only == nil || slices.Contains(r.Only, part) }

func (r request) readBook() (*scrapbook.Book, error) {
	book := &scrapbook.Book{}
	for _, file := range r.Files {
		if err := book.Add(string(file.Key), file.Path, r.readOptions()); err != nil {
			return nil, err
		}
	}
	return book, nil
}

func read(asked request) (object, error) {
	if asked.Scrapbook || len(asked.Files) > 1 {
		book, err := asked.readBook()
		if err != nil {
			return nil, err
		}
		return tagBook(asked, book)
	}
	notebook, err := scrapbook.ReadFile(asked.Files[0].Path, asked.readOptions().Options)
	if err != nil {
		return nil, err
	}
	result := object{}
	if asked.asks("notebook") {
		result["notebook"] = tagNotebook(notebook)
	}
	if asked.asks("problems") {
		result["problems"] = tagErrors(notebook.Problems())
		result["problemCount"] = notebook.ProblemCount()
	}
	if asked.asks("warnings") {
		result["warnings"] = tagErrors(notebook.Warnings())
	}
	if asked.asks("scraps") {
		scraps, err := notebook.Scraps()
		if err != nil {
			return nil, err
		}
		addScraps(result, scraps)
	}
	return result, nil
}

func list(asked request) (object, error) {
	folders := make([]string, len(asked.Files))
	for at, folder := range asked.Files {
		folders[at] = folder.Path
	}
	book, err := scrapbook.ReadFolders(folders, asked.readOptions())
	if err != nil {
		return nil, err
	}
	return tagBook(asked, book)
}

func tagBook(asked request, book *scrapbook.Book) (object, error) {
	result := object{}
	notebooks := []any{}
	var problems, warnings []*scrapbook.Error
	count := 0
	for _, entry := range book.Entries {
		problems = append(problems, entry.Notebook.Problems()...)
		warnings = append(warnings, entry.Notebook.Warnings()...)
		count += entry.Notebook.ProblemCount()
		notebook := object{"key": tagText(entry.Key), "notebook": tagNotebook(entry.Notebook)}
		if asked.asks("scraps") {
			scraps, err := entry.Notebook.Scraps()
			if err != nil {
				return nil, err
			}
			notebook["scraps"] = tagScraps(scraps)
		}
		notebooks = append(notebooks, notebook)
	}
	result["notebooks"] = notebooks
	result["problems"] = tagErrors(problems)
	result["problemCount"] = count
	result["warnings"] = tagErrors(warnings)
	unreadable := []any{}
	for _, one := range book.Unreadable {
		failed := tagError(one.Err.(*scrapbook.Error))
		failed["key"] = tagText(one.Key)
		unreadable = append(unreadable, failed)
	}
	result["errors"] = unreadable
	if asked.asks("scraps") {
		scraps, err := book.Scraps()
		if err != nil {
			return nil, err
		}
		addScraps(result, scraps)
	}
	return result, nil
}

func addScraps(result object, scraps *scrapbook.Scraps) {
	data, displays := []any{}, []any{}
	for _, scrap := range scraps.List {
		if scrap.IsData() {
			data = append(data, tagText(scrap.Name()))
		}
		if scrap.Display() != nil {
			displays = append(displays, tagText(scrap.Name()))
		}
	}
	result["scraps"] = tagScraps(scraps)
	result["dataScraps"] = data
	result["displayScraps"] = displays
}

func tagScraps(scraps *scrapbook.Scraps) []any {
	tagged := make([]any, len(scraps.List))
	for at, scrap := range scraps.List {
		tagged[at] = tagScrap(scrap)
	}
	return tagged
}

func tagScrap(scrap *scrapbook.Scrap) object {
	mimes, media := []any{}, []any{}
	display := scrap.Display()
	if display != nil {
		for _, entry := range display.Media() {
			mimes = append(mimes, tagText(entry.Mime))
			content, err := display.BytesOf(entry)
			media = append(media, object{
				"mime":  tagText(entry.Mime),
				"text":  tagText(display.TextOf(entry)),
				"bytes": orError(tagBytes(content), err),
			})
		}
	}
	tagged := object{
		"name":      tagText(scrap.Name()),
		"encoder":   tagText(scrap.Encoder()),
		"display":   tagDisplay(display),
		"mimeTypes": mimes,
		"media":     media,
		"path":      scrap.Path(),
	}
	if scrap.HasPayload() {
		data, err := scrap.Data()
		if err != nil {
			data = nil
		}
		tagged["data"] = orError(tag(data), err)
		raw, err := scrap.RawData()
		tagged["rawData"] = orError(tagJSON(raw), err)
		tagged["source"] = tagText(scrap.Source())
		tagged["version"] = object{"$number": scrap.Version()}
	}
	return tagged
}

func orError(value any, err *scrapbook.Error) any {
	if err != nil {
		return object{"$error": object{"category": err.Category(), "code": err.Code, "path": err.Path}}
	}
	return value
}
