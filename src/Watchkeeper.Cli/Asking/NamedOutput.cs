using System.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>Standard output whose errors say that it is standard output.</summary>
internal sealed class NamedOutput(TextWriter output) : TextWriter(output.FormatProvider)
{
    /// <inheritdoc/>
    public override Encoding Encoding => output.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Do(() => output.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Do(() => output.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Do(() => output.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Do(() => output.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Do(output.Flush);

    private static void Do(Action write)
    {
        try
        {
            write();
        }
        catch (IOException refused)
        {
            throw new OutputFailedException(refused);
        }
    }
}
