using System.Globalization;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Reads a map key by key. Reports an invalid value with its position and path, and substitutes a default.</summary>
internal sealed class Fields(TemplateValue.Map map, string path, ProblemList problems)
{
    public TemplatePosition Place => map.Place;

    /// <summary>The existing keys in their order.</summary>
    public IEnumerable<string> Names =>
        map.Members.Where(member => member.Value is not TemplateValue.Nothing).Select(member => member.Key);

    public TemplateValue? Value(string name) => map[name];

    /// <summary>
    /// Reports every key that <paramref name="known"/> does not contain. The local run must not ignore a setting that it does not
    /// support.
    /// </summary>
    public Fields Only(params ReadOnlySpan<string> known)
    {
        foreach (var (name, value) in map.Members)
        {
            if (!known.Contains(name))
                Problem(value.Place, name, $"the local run does not follow this key; it knows {string.Join(", ", known)}");
        }

        return this;
    }

    public string? Text(string name) => map[name] switch
    {
        TemplateValue.Text text => text.Value,
        null or TemplateValue.Broken => null,
        var other => Refuse<string>(name, other, "text"),
    };

    public string RequiredText(string name) => Text(name) ?? Missing(name);

    /// <summary>Returns the logical id of the resource that the value references; null if the key is missing.</summary>
    public string? Resource(string name) => map[name] switch
    {
        TemplateValue.Text { Resource: { } resource } => resource,
        null or TemplateValue.Broken => null,
        var other => Refuse<string>(name, other, "a reference to a resource of this template, such as !Ref or !GetAtt"),
    };

    public string RequiredResource(string name) => Resource(name) ?? Missing(name);

    public int? Whole(string name, int least, int most)
    {
        if (map[name] is not { } value || value is TemplateValue.Broken)
            return null;
        if (value is TemplateValue.Text text
            && int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Problem(value.Place, name, $"must be a whole number from {least} to {most}, not {value.Kind}");
        return null;
    }

    public TimeSpan? Seconds(string name, int least, int most) =>
        Whole(name, least, most) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public bool? Flag(string name) => map[name] switch
    {
        TemplateValue.Text { Value: "true" } => true,
        TemplateValue.Text { Value: "false" } => false,
        null or TemplateValue.Broken => null,
        var other => Refuse<string>(name, other, "true or false") is null ? null : false,
    };

    /// <summary>Returns the map under the key; an empty map if the key is missing.</summary>
    public Fields Map(string name) => map[name] switch
    {
        TemplateValue.Map inner => new(inner, $"{path}.{name}", problems),
        null or TemplateValue.Broken => new(new TemplateValue.Map(map.Place, []), $"{path}.{name}", problems),
        var other => Refuse<Fields>(name, other, "a map")
            ?? new(new TemplateValue.Map(other.Place, []), $"{path}.{name}", problems),
    };

    /// <summary>Returns the maps in the list under the key.</summary>
    public IEnumerable<Fields> Maps(string name)
    {
        if (map[name] is not TemplateValue.List list)
        {
            if (map[name] is { } other and not TemplateValue.Broken)
                Problem(other.Place, name, $"must be a list, not {other.Kind}");
            yield break;
        }

        foreach (var (index, item) in list.Items.Index())
        {
            if (item is TemplateValue.Map inner)
                yield return new(inner, $"{path}.{name}[{index}]", problems);
            else if (item is not TemplateValue.Broken)
                Problem(item.Place, $"{name}[{index}]", $"must be a map, not {item.Kind}");
        }
    }

    /// <summary>Returns the members whose values are maps, with their names.</summary>
    public IEnumerable<KeyValuePair<string, Fields>> Named() => Names.Select(name => KeyValuePair.Create(name, Map(name)));

    public void Problem(TemplatePosition place, string name, string message) => problems.Add(place, $"{path}.{name}", message);

    private string Missing(string name)
    {
        if (map[name] is null)
            Problem(map.Place, name, "is missing");
        return "";
    }

    private T? Refuse<T>(string name, TemplateValue found, string wanted)
        where T : class
    {
        Problem(found.Place, name, $"must be {wanted}, not {found.Kind}");
        return null;
    }
}
