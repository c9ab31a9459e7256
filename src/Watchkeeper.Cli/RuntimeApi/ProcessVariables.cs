using System.Globalization;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// The environment of a function's process: the variables that Lambda sets, then the function's own. From this process, the
/// function inherits only what a program needs to be found and to run, so that no credentials leak.
/// </summary>
internal static class ProcessVariables
{
    private static readonly string[] Kept =
        [
            "PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot",
            "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "SSL_CERT_FILE", "SSL_CERT_DIR"
        ];

    /// <summary>See «Defined runtime environment variables» in the Lambda developer guide.</summary>
    public static Dictionary<string, string> For(FunctionSettings settings, FunctionExecutable executable, string endpoint)
    {
        var variables = Kept
            .Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name)))
            .Where(each => each.Value is not null)
            .ToDictionary(each => each.Name, each => each.Value!, StringComparer.Ordinal);
        variables["AWS_LAMBDA_RUNTIME_API"] = endpoint;
        variables["AWS_LAMBDA_FUNCTION_NAME"] = settings.Name;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = settings.Memory.ToString(CultureInfo.InvariantCulture);
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{settings.Name}";
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = "local/[$LATEST]";
        variables["LAMBDA_TASK_ROOT"] = executable.WorkingDirectory;
        variables["_HANDLER"] = "bootstrap";
        variables["TZ"] = ":UTC";
        foreach (var (name, value) in settings.Variables)
            variables[name] = value;
        return variables;
    }
}
