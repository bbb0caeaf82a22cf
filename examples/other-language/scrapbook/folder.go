package scrapbook

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// FolderOptions say what counts, and what a notebook that cannot be read does.
type FolderOptions struct {
	Options
	// Recursive looks into folders too.
	Recursive bool
	// Hidden looks into folders whose names begin with a dot too.
	Hidden bool
	// Collect lists the notebooks that fail instead of failing (14.1).
	Collect bool
}

// ReadFile reads one notebook.
func ReadFile(path string, options Options) (*Notebook, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, storeError(err)
	}
	if options.Source == "" {
		options.Source = path
	}
	return Parse(data, options)
}

// ReadFolders reads the notebooks of folders as one book (14.1).
func ReadFolders(folders []string, options FolderOptions) (*Book, error) {
	var files []string
	for _, folder := range folders {
		found, err := listFolder(folder, options)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	root := commonFolder(files)
	if len(folders) == 1 {
		root = strings.TrimSuffix(filepath.ToSlash(folders[0]), "/") + "/"
	}
	keys := make(map[string]bool)
	book := &Book{}
	for _, file := range files {
		key := keyOf(strings.TrimPrefix(file, root))
		if keys[key] {
			err := newError("usage-duplicate-key", "", "two notebooks have the key "+key)
			if !options.Collect {
				return nil, err
			}
			book.Unreadable = append(book.Unreadable, Unreadable{key, err})
			continue
		}
		keys[key] = true
		if err := book.Add(key, file, options); err != nil {
			return nil, err
		}
	}
	return book, nil
}

// Add reads a file into a book.
func (b *Book) Add(key, file string, options FolderOptions) error {
	notebook, err := ReadFile(file, options.Options)
	if err == nil && options.Collect {
		// Asked to collect, what its scraps would fail with comes at once.
		_, err = notebook.Scraps()
	}
	switch {
	case err == nil:
		b.Entries = append(b.Entries, Entry{key, notebook})
	case options.Collect:
		b.Unreadable = append(b.Unreadable, Unreadable{key, err})
	default:
		return err
	}
	return nil
}

// listFolder gives the paths of *.ipynb, sorted by code points, with /.
func listFolder(folder string, options FolderOptions) ([]string, error) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != folder && !options.Recursive:
			return filepath.SkipDir
		case entry.IsDir() && path != folder && !options.Hidden && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case !entry.IsDir() && strings.HasSuffix(entry.Name(), ".ipynb"):
			files = append(files, filepath.ToSlash(path))
		}
		return nil
	})
	if err != nil {
		return nil, storeError(err)
	}
	slices.Sort(files)
	return files, nil
}

// commonFolder is the longest folder that all the files lie in, with / at its end.
func commonFolder(files []string) string {
	if len(files) == 0 {
		return ""
	}
	root := files[0][:strings.LastIndex(files[0], "/")+1]
	for _, file := range files {
		for !strings.HasPrefix(file, root) {
			root = root[:strings.LastIndex(strings.TrimSuffix(root, "/"), "/")+1]
		}
	}
	return root
}

// keyOf is a path without its name's last extension; dots that begin the name begin none.
func keyOf(path string) string {
	name := path[strings.LastIndex(path, "/")+1:]
	dot := strings.LastIndex(name, ".")
	if strings.Trim(name[:max(dot, 0)], ".") == "" {
		return path
	}
	return path[:len(path)-len(name)+dot]
}

func storeError(err error) error {
	switch {
	case os.IsNotExist(err):
		return newError("store-not-found", "", err.Error())
	case os.IsPermission(err):
		return newError("store-permission", "", err.Error())
	default:
		return newError("store-io", "", err.Error())
	}
}
