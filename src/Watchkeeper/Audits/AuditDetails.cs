namespace Watchkeeper.Audits;

/// <summary>Says a finding's columns in one line.</summary>
public static class AuditDetails
{
    /// <summary>
    /// The columns that hold something, by name: <c>Port: 22; Protocol: tcp</c>. Columns by day («Day 1» … «Day 14») fill the
    /// text and tell little, and the column <c>Status</c> repeats the rating: they are left out.
    /// </summary>
    public static string Format(IEnumerable<KeyValuePair<string, string>> columns) => string.Join("; ", columns
        .Where(column => !string.IsNullOrWhiteSpace(column.Value)
            && column.Key is not "Status" && !column.Key.StartsWith("Day ", StringComparison.Ordinal))
        .OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => $"{column.Key}: {column.Value}"));
}
