using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Writes guards and changes as DynamoDB expressions. Attribute names become <c>#name</c>, because a name may be one of 573
/// reserved words. Values become <c>:0</c>, <c>:1</c> …. Neither is ever part of the expression's text.
/// </summary>
internal sealed class Expression
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly List<RowValue> values = [];

    /// <summary>The names in the expressions so far, for the request.</summary>
    public Dictionary<string, string>? Names => names.Count == 0 ? null : names;

    /// <summary>The values in the expressions so far, for the request.</summary>
    public Dictionary<string, AttributeValue>? Values => values.Count == 0
        ? null
        : values
            .Select((value, at) => KeyValuePair.Create(Value(at), ItemValues.ToValue(value)))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Writes the condition expression of a guard; null without a guard.</summary>
    public string? Condition(RowGuard? guard) => guard is null ? null : Text(Plain(guard));

    /// <summary>Writes the update expression of changes; null without changes.</summary>
    public string? Update(ImmutableArray<RowChange> changes)
    {
        var clauses = new List<string>(3);
        AddClause(clauses, "SET ", changes.Select(Assignment));
        AddClause(clauses, "ADD ", changes.Select(Addition));
        AddClause(clauses, "REMOVE ", changes.Select(change => change is RemoveAttribute ? Path(change.Name) : null));
        return clauses.Count == 0 ? null : string.Join(' ', clauses);
    }

    private static void AddClause(List<string> clauses, string keyword, IEnumerable<string?> actions)
    {
        var all = string.Join(", ", actions.OfType<string>());
        if (all.Length > 0)
            clauses.Add(keyword + all);
    }

    private static string Operator(RowOrder order) => order switch
    {
        RowOrder.Less => "<",
        RowOrder.AtMost => "<=",
        _ => ">=",
    };

    private static string Value(int at) => string.Create(CultureInfo.InvariantCulture, $":{at}");

    private string Text(RowGuard guard) => guard switch
    {
        AllOf all => string.Join(" AND ", all.Guards.Select(Operand)),
        AnyOf any => string.Join(" OR ", any.Guards.Select(Operand)),
        NotSo not => $"NOT {Operand(not.Guard)}",
        AttributeExists exists => $"attribute_exists({Path(exists.Path)})",
        AttributeMissing missing => $"attribute_not_exists({Path(missing.Path)})",
        AttributeEquals equals => $"{Path(equals.Path)} = {Add(equals.Value)}",
        AttributeCompares compares => $"{Path(compares.Path)} {Operator(compares.Order)} {Add(compares.Value)}",
        AttributeIn within => $"{Path(within.Path)} IN ({string.Join(", ", within.Values.Select(Add))})",
        AttributeSizeBelow size => $"size({Path(size.Path)}) < {Add(RowValue.Number(size.Limit))}",
        AttributeContains contains => $"contains({Path(contains.Path)}, {Add(contains.Value)})",
        _ => throw new ArgumentOutOfRangeException(nameof(guard), guard, "not a kind of guard that is known here"),
    };

    private string? Assignment(RowChange change) => change switch
    {
        SetAttribute set => $"{Path(set.Name)} = {Add(set.Value)}",
        AddToAttribute { MustExist: true } add => $"{Path(add.Name)} = {Path(add.Name)} + {Add(add.By)}",
        AppendToAttribute append =>
            $"{Path(append.Name)} = list_append({Path(append.Name)}, {Add(RowValue.List(append.Elements))})",
        _ => null,
    };

    private string? Addition(RowChange change) =>
        change is AddToAttribute { MustExist: false } add ? $"{Path(add.Name)} {Add(add.By)}" : null;

    // «All» or «any» of one guard is that guard.
    private static RowGuard Plain(RowGuard guard) => guard switch
    {
        AllOf { Guards: [var only] } => Plain(only),
        AnyOf { Guards: [var only] } => Plain(only),
        _ => guard,
    };

    // DynamoDB refuses redundant parentheses, so other guards get none.
    private string Operand(RowGuard guard)
    {
        var plain = Plain(guard);
        return plain is AllOf or AnyOf or NotSo ? $"({Text(plain)})" : Text(plain);
    }

    private string Path(string path) => path.Contains('.', StringComparison.Ordinal)
        ? string.Join('.', path.Split('.').Select(Name))
        : Name(path);

    private string Name(string name)
    {
        var alias = "#" + name;
        names[alias] = name;
        return alias;
    }

    // The same value often stands in a condition and in a change; the request contains it once.
    private string Add(RowValue value)
    {
        var at = values.FindIndex(known => ReferenceEquals(known, value));
        if (at < 0)
        {
            at = values.Count;
            values.Add(value);
        }

        return Value(at);
    }
}
