using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary><c>Fn::Join</c>, <c>Fn::Split</c> and <c>Fn::Select</c>.</summary>
internal sealed class ListFunctions(Intrinsics intrinsics)
{
    public TemplateValue Join(YamlNode argument, TemplatePosition place, string key)
    {
        if (intrinsics.Arguments(argument, 2, "[separator, [parts]]", key) is not [var first, var second])
            return new TemplateValue.Broken(place);
        return (intrinsics.Evaluate(first, key), intrinsics.Evaluate(second, key))
            is (TemplateValue.Text separator, TemplateValue.List parts)
            && parts.Items.All(part => part is TemplateValue.Text)
            ? new TemplateValue.Text(
                place,
                string.Join(separator.Value, parts.Items.Cast<TemplateValue.Text>().Select(part => part.Value)))
            : intrinsics.Broken(place, key, "!Join joins texts: [separator, [parts]]");
    }

    public TemplateValue Split(YamlNode argument, TemplatePosition place, string key)
    {
        if (intrinsics.Arguments(argument, 2, "[separator, text]", key) is not [var first, var second])
            return new TemplateValue.Broken(place);
        return (intrinsics.Evaluate(first, key), intrinsics.Evaluate(second, key))
            is (TemplateValue.Text { Value.Length: > 0 } separator, TemplateValue.Text text)
            ? new TemplateValue.List(
                place,
                [.. text.Value.Split(separator.Value).Select(part => new TemplateValue.Text(place, part))])
            : intrinsics.Broken(place, key, "!Split splits a text: [separator, text]");
    }

    public TemplateValue Select(YamlNode argument, TemplatePosition place, string key)
    {
        if (intrinsics.Arguments(argument, 2, "[index, [items]]", key) is not [var first, var second])
            return new TemplateValue.Broken(place);
        return (intrinsics.Evaluate(first, key), intrinsics.Evaluate(second, key))
            is (TemplateValue.Text index, TemplateValue.List list)
            && int.TryParse(index.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && position < list.Items.Length
            ? list.Items[position]
            : intrinsics.Broken(place, key, "!Select picks one of a list: [index from 0, [items]]");
    }
}
