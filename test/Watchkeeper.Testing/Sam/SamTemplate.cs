using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Watchkeeper.Testing.Sam;

/// <summary>A template as <c>sam local invoke</c> sees it.</summary>
public sealed class SamTemplate
{
    private readonly JsonObject root;

    private SamTemplate(JsonObject root) => this.root = root;

    /// <summary>Reads a template.</summary>
    public static SamTemplate Parse(string yaml) => new(SamYaml.Read(yaml));

    /// <summary>Reads the repository's template.</summary>
    public static SamTemplate OfRepository() => Parse(File.ReadAllText(Repository.PathOf("template.yaml")));

    /// <summary>The functions, by their logical ids.</summary>
    public ImmutableArray<string> Functions =>
        [.. Resources.Where(each => each.Value?["Type"]?.ToString() == "AWS::Serverless::Function").Select(each => each.Key)];

    /// <summary>
    /// The template's variables of a function as SAM CLI resolves them: text, a number or a truth value; an unresolvable one as
    /// written in the template.
    /// </summary>
    public IReadOnlyDictionary<string, JsonNode?> WorkedOut(string function, SamInvocation invocation)
    {
        var resolver = new SamResolver(root, new SamSymbols(root, invocation));
        return resolver.Resolve(Written(function))!.AsObject().ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The same as written in the template, including those of Globals.</summary>
    public JsonObject Written(string function) => Merged(root["Globals"]?["Function"], Resources[function]!["Properties"]);

    /// <summary>
    /// The environment of the function's process: SAM's own variables and the template's, as text
    /// (samcli/local/lambdafn/env_vars.py).
    /// </summary>
    public ImmutableSortedDictionary<string, string> Environment(string function, SamInvocation invocation)
    {
        var variables = Own(function, invocation).ToBuilder();
        foreach (var (name, value) in WorkedOut(function, invocation))
            variables[name] = invocation.Shell.GetValueOrDefault(name) ?? InText(value);
        return variables.ToImmutable();
    }

    /// <summary>The function's timeout in seconds.</summary>
    public int TimeoutOf(string function) => Setting<int>(function, "Timeout");

    /// <summary>The function's reserved concurrency where the account has some to reserve.</summary>
    public int ConcurrencyOf(string function) =>
        Resources[function]!["Properties"]!["ReservedConcurrentExecutions"]!["Fn::If"]![1]!.GetValue<int>();

    /// <summary>How often an event is tried again, and how old it may become, in seconds.</summary>
    public (int Attempts, int Age) RetriesOf(string function)
    {
        return (One("MaximumRetryAttempts"), One("MaximumEventAgeInSeconds"));

        int One(string name) => (Resources[function]!["Properties"]!["EventInvokeConfig"]?[name]
            ?? root["Globals"]!["Function"]!["EventInvokeConfig"]![name])!.GetValue<int>();
    }

    private JsonObject Resources => root[nameof(Resources)]!.AsObject();

    private ImmutableSortedDictionary<string, string> Own(string function, SamInvocation invocation)
    {
        // Without credentials SAM CLI reads no region either.
        var shell = invocation.Shell;
        var hasCredentials = shell.ContainsKey("AWS_ACCESS_KEY_ID") && shell.ContainsKey("AWS_SECRET_ACCESS_KEY");
        var region = (hasCredentials ? invocation.Region ?? shell.GetValueOrDefault("AWS_DEFAULT_REGION") : null) ?? "us-east-1";
        return ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["AWS_SAM_LOCAL"] = "true",
                ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = Setting<int>(function, "MemorySize").ToString(CultureInfo.InvariantCulture),
                ["AWS_LAMBDA_FUNCTION_TIMEOUT"] = TimeoutOf(function).ToString(CultureInfo.InvariantCulture),
                ["AWS_LAMBDA_FUNCTION_HANDLER"] = Setting<string>(function, "Handler"),
                ["AWS_LAMBDA_FUNCTION_NAME"] = function,
                ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
                ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"aws/lambda/{function}",
                ["AWS_LAMBDA_LOG_STREAM_NAME"] = "$LATEST",
                ["AWS_REGION"] = region,
                ["AWS_DEFAULT_REGION"] = region,
                ["AWS_ACCESS_KEY_ID"] = hasCredentials ? shell["AWS_ACCESS_KEY_ID"] : "defaultkey",
                ["AWS_SECRET_ACCESS_KEY"] = hasCredentials ? shell["AWS_SECRET_ACCESS_KEY"] : "defaultsecret",
                ["AWS_ACCOUNT_ID"] = "123456789012",
                // The runtime interface emulator in the container sets it.
                ["AWS_XRAY_DAEMON_ADDRESS"] = "0.0.0.0:0",
            });
    }

    private T Setting<T>(string function, string name) =>
        (Resources[function]!["Properties"]![name] ?? root["Globals"]!["Function"]![name])!.GetValue<T>();

    // A function's own variables override those of Globals.
    private static JsonObject Merged(params JsonNode?[] layers) => new(layers
        .SelectMany(layer => layer?["Environment"]?["Variables"] as JsonObject ?? [])
        .GroupBy(variable => variable.Key, StringComparer.Ordinal)
        .Select(same => KeyValuePair.Create(same.Key, same.Last().Value?.DeepClone())));

    // Lists and maps are unresolved intrinsic functions, for which SAM CLI passes nothing.
    private static string InText(JsonNode? value) => value switch
    {
        JsonValue truth when truth.TryGetValue<bool>(out var isTrue) => isTrue ? "true" : "false",
        JsonValue scalar => scalar.ToString(),
        _ => "",
    };
}
