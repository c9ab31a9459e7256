using Watchkeeper.Secrets;

namespace Watchkeeper.Tests.Secrets;

/// <summary>A store that answers by a script and counts its reads.</summary>
internal sealed class ScriptedStore : ISecretStore
{
    private int reads;

    public Func<SecretReference, Task<SecretResult>> Answer { get; set; } =
        reference => Task.FromResult(SecretText.Read(reference, "value"));

    public int Reads => reads;

    public Task<SecretResult> ReadAsync(SecretReference reference, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        return Answer(reference);
    }

    public void Hold(string text) => Answer = reference => Task.FromResult(SecretText.Read(reference, text));

    public void Fail(SecretFault fault) =>
        Answer = reference => Task.FromResult<SecretResult>(new SecretResult.Failed(reference, fault, "scripted"));
}
