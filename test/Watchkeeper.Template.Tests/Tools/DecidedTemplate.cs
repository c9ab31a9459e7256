using Shouldly;
using Watchkeeper.Testing;

namespace Watchkeeper.Template.Tests.Tools;

/// <summary>
/// The expanded template with parameter values and without conditions, in a file for tools that support neither.
/// </summary>
internal sealed class DecidedTemplate : IDisposable
{
    private DecidedTemplate(string path) => Path = path;

    public string Path { get; }

    public static async Task<DecidedTemplate> OfAsync(params IEnumerable<string> parameters)
    {
        var script = Repository.PathOf("test", "Watchkeeper.Template.Tests", "expand.py");
        var result = await Tool.Python.RunAsync(
            Repository.Root, [script, "template.yaml", "--decided", "MailAddress=operations@example.com", .. parameters]);
        result.ExitCode.ShouldBe(0, result.Errors);
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():n}.json");
        await File.WriteAllTextAsync(path, result.Output);
        return new DecidedTemplate(path);
    }

    public void Dispose() => File.Delete(Path);
}
