using System.Globalization;
using Amazon.Runtime.Internal.Util;

namespace Amazon.StandIn;

/// <summary>The parameters of a Query request below one prefix. What is null is not sent.</summary>
internal readonly struct QueryParameters(IDictionary<string, string> parameters, string prefix)
{
    public void Add(string name, string value)
    {
        if (value is not null)
            parameters.Add(prefix + name, value);
    }

    public void Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, bool? value) => Add(name, value is { } set ? StringUtils.FromBool(set) : null);

    /// <summary>The whole stream, wherever it stands, in base64.</summary>
    public void Add(string name, MemoryStream value) => Add(name, value is null ? null : StringUtils.FromMemoryStream(value));

    /// <summary>A structure's members, below its name.</summary>
    public void Add<T>(string name, T value, Action<T, QueryParameters> write)
        where T : class
    {
        if (value is not null)
            write(value, Below(name));
    }

    /// <summary><c>Name.member.1</c> and so on. A list without members is sent as an empty name, as AWS wants it.</summary>
    public void AddList(string name, List<string> values)
    {
        if (IsSentEmpty(name, values))
            return;
        for (var i = 0; i < (values?.Count ?? 0); i++)
            Add(MemberName(name, i), values[i]);
    }

    /// <summary>A list of structures.</summary>
    public void AddList<T>(string name, List<T> values, Action<T, QueryParameters> write)
    {
        if (IsSentEmpty(name, values))
            return;
        for (var i = 0; i < (values?.Count ?? 0); i++)
            write(values[i], Below(MemberName(name, i)));
    }

    /// <summary><c>Name.entry.1.Name</c>, <c>Name.entry.1.Value</c> and so on.</summary>
    public void AddMap<T>(string name, Dictionary<string, T> values, Action<T, QueryParameters> write)
    {
        var index = 0;
        foreach (var (key, value) in values ?? [])
        {
            var entry = Below(string.Create(CultureInfo.InvariantCulture, $"{name}.entry.{++index}"));
            entry.Add("Name", key);
            write(value, entry.Below("Value"));
        }
    }

    private static string MemberName(string name, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}.member.{index + 1}");

    private QueryParameters Below(string name) => new(parameters, prefix + name + ".");

    private bool IsSentEmpty<T>(string name, List<T> values)
    {
        if (values is not { Count: 0 } || AWSConfigs.InitializeCollections)
            return false;
        Add(name, "");
        return true;
    }
}
