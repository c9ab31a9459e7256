using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Evaluates the properties of a resource that the wiring needs, and no others.</summary>
internal sealed class PropertyReader(TemplateDocument template, Intrinsics intrinsics, ProblemList problems)
{
    public Fields Read(TemplateResource resource, params ReadOnlySpan<string> wanted)
    {
        var path = $"{resource.Path}.Properties";
        return new Fields(Members(resource.Properties, resource.Place, path, wanted), path, problems);
    }

    /// <summary>Like <see cref="Read"/>, for a function: the Globals section supplies the defaults.</summary>
    public Fields ReadFunction(TemplateResource function, params ReadOnlySpan<string> wanted)
    {
        var path = $"{function.Path}.Properties";
        var globals = template.Section("Globals", problems).FirstOrDefault(section => section.Key == "Function").Value;
        var inherited = Members(globals, default, "Globals.Function", wanted);
        return new Fields(inherited.Under(Members(function.Properties, function.Place, path, wanted)), path, problems);
    }

    private TemplateValue.Map Members(YamlNode? node, TemplatePosition place, string path, ReadOnlySpan<string> wanted)
    {
        var members = new List<KeyValuePair<string, TemplateValue>>();
        if (node is YamlMappingNode map)
        {
            foreach (var (name, value) in TemplateDocument.Members(map, path, problems))
            {
                if (wanted.Contains(name))
                    members.Add(KeyValuePair.Create(name, intrinsics.Evaluate(value, $"{path}.{name}")));
            }
        }
        else if (node is not null)
        {
            problems.Add(TemplatePosition.From(node), path, "must be a map");
        }

        return new TemplateValue.Map(node is null ? place : TemplatePosition.From(node), [.. members]);
    }
}
