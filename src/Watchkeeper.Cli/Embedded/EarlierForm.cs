using System.Globalization;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Renames a file with an earlier schema, because this version does not read it. The file's content does not change.
/// </summary>
internal static class EarlierForm
{
    // SQLite may leave these files beside the database, and needs them to read it completely.
    private static readonly string[] Suffixes = ["", "-wal", "-shm"];

    /// <summary>Renames the file; returns its new path.</summary>
    public static string KeepAside(string path, long form)
    {
        var name = NameFor(path, form);
        foreach (var suffix in Suffixes)
        {
            if (File.Exists(path + suffix))
                File.Move(path + suffix, name + suffix);
        }

        return name;
    }

    // watchkeeper.db becomes watchkeeper.form-2.db, with a number appended if that name exists.
    private static string NameFor(string path, long form)
    {
        for (var number = 1; ; number++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"form-{form}{(number == 1 ? "" : $"-{number}")}");
            var name = Path.ChangeExtension(path, mark + Path.GetExtension(path));
            if (!File.Exists(name))
                return name;
        }
    }
}
