using System.Globalization;

namespace Watchkeeper.Cli.Embedded;

/// <summary>A file of an earlier form is not read any more. It is kept beside the new one, under another name and unchanged.</summary>
internal static class EarlierForm
{
    // What SQLite may leave beside its file, and needs to read it whole.
    private static readonly string[] Suffixes = ["", "-wal", "-shm"];

    /// <summary>Gives the file another name; what it is called now.</summary>
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

    // watchkeeper.db → watchkeeper.form-2.db, and a number more where there is one of that name.
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
