using System.Collections.Immutable;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Accounts;

/// <summary>
/// A file of AWS's shared configuration: sections of keys and values, where an indented key belongs to the key above
/// («Configuration and credential file settings» in the user guide of AWS's command line).
/// </summary>
internal sealed class AccountFile
{
    private readonly Dictionary<string, Dictionary<string, string>> sections = new(StringComparer.Ordinal);

    private AccountFile()
    {
    }

    /// <summary>Reads a file; empty if it does not exist.</summary>
    /// <exception cref="RunException">This user cannot read the file.</exception>
    public static AccountFile Read(string path)
    {
        try
        {
            return File.Exists(path) ? Parse(File.ReadLines(path)) : new AccountFile();
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"«{path}» cannot be read: {denied.Message}", denied) { IsUsage = true };
        }
    }

    /// <summary>Parses the lines of a file.</summary>
    public static AccountFile Parse(IEnumerable<string> lines)
    {
        var file = new AccountFile();
        Dictionary<string, string>? section = null;
        var parent = "";
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or ';')
                continue;
            if (line[0] == '[')
                section = file.Section(Name(text));
            else if (section is not null && text.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
                section[KeyOf(char.IsWhiteSpace(line[0]), name)] = value;
        }

        return file;

        string KeyOf(bool isNested, string name)
        {
            var key = name.ToLowerInvariant();
            if (isNested && parent.Length > 0)
                return Nested(parent, key);
            return parent = key;
        }
    }

    /// <summary>Returns the key of a nested value.</summary>
    public static string Nested(string parent, string key) => $"{parent}/{key}";

    /// <summary>Returns the keys and values of a section; null if there is no such section.</summary>
    public IReadOnlyDictionary<string, string>? Find(string section) => sections.GetValueOrDefault(section);

    /// <summary>The names of all sections.</summary>
    public ImmutableArray<string> Sections => [.. sections.Keys];

    private Dictionary<string, string> Section(string name)
    {
        if (!sections.TryGetValue(name, out var section))
            sections[name] = section = new Dictionary<string, string>(StringComparer.Ordinal);
        return section;
    }

    // [profile "with blanks"] is the profile «with blanks».
    private static string Name(string line) => string.Join(
        ' ',
        line.TrimStart('[').Split(']')[0]
            .Split([' ', '\t'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Trim('"', '\'')));
}
