using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Templates;

/// <summary>Writes a JSON body by a template: every value is escaped as the inside of a JSON text.</summary>
internal static class OwnJson
{
    /// <summary>The body; <paramref name="problem"/> says what is wrong if it is no JSON.</summary>
    public static string? Write(ImmutableArray<TemplatePiece> pieces, MessageContent content, out string problem)
    {
        var body = Join(TemplateRun.For(content, pieces), name => name.Code(content), ours => Text(ours, content));
        problem = Refuse(body) ?? "";
        return problem.Length == 0 ? body : null;
    }

    /// <summary>
    /// Says what is wrong with a template of JSON, or null: it has to be JSON whichever of its conditions hold. All, none, and
    /// each alone are tried.
    /// </summary>
    public static string? Refuse(ImmutableArray<TemplatePiece> pieces)
    {
        var conditions = pieces.Select(piece => piece switch
        {
            TemplatePiece.If(var condition) => condition,
            TemplatePiece.Else(var condition) => condition,
            _ => null,
        }).OfType<TemplateCondition>().ToList();
        return conditions.Select(Only).Prepend(_ => true).Append(_ => false)
            .Select(holds => Refuse(Join(TemplateRun.Where(pieces, holds), name => name.IsNumber ? "0" : "text", _ => "text")))
            .FirstOrDefault(problem => problem is not null);

        static Func<TemplateCondition, bool> Only(TemplateCondition condition) => other => ReferenceEquals(other, condition);
    }

    /// <summary>Watchkeeper's own JSON with the reason why the template was not used.</summary>
    public static string Explain(string json, string problem)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length * 2);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = InertJson.Encoder }))
        {
            writer.WriteStartObject();
            foreach (var member in document.RootElement.EnumerateObject())
                member.WriteTo(writer);
            writer.WriteString("templateProblem", problem);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Join(
        IEnumerable<TemplatePiece> pieces, Func<TemplateName, string> valueOf, Func<OurLines, string> textOf)
    {
        var body = new StringBuilder();
        foreach (var piece in pieces)
        {
            body.Append(piece switch
            {
                TemplatePiece.Literal(var text) => text,
                TemplatePiece.Value(var name) => InertJson.Encoder.Encode(valueOf(name)),
                TemplatePiece.Ours(var ours) => InertJson.Encoder.Encode(textOf(ours)),
                _ => "",
            });
        }

        return body.ToString();
    }

    private static string? Refuse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return null;
        }
        catch (JsonException failure)
        {
            var line = (failure.LineNumber ?? 0) + 1;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"it does not give JSON, as line {line} of the result shows: write each text between \"quotes\"");
        }
    }

    private static string Text(OurLines ours, MessageContent content)
    {
        var colon = content.Sentences[TextKey.Colon];
        return ours switch
        {
            OurLines.Facts => Lines(content.Facts.Select(fact => fact.Label + colon + fact.Value)),
            OurLines.Links => Lines(content.Buttons.Concat(content.MoreLinks).Select(link => link.Name + colon + link.Address)),
            _ => TextLayout.Render(content).TrimEnd('\n'),
        };

        static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
    }
}
