using Watchkeeper.Secrets;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>Parameter Store across a process's boundary.</summary>
internal sealed class BoundarySecrets(World world, IBoundary boundary) : ISecretStore
{
    public Task<SecretResult> ReadAsync(SecretReference reference, CancellationToken cancellationToken) => TimeLimit.WithinAsync(
        world.Agenda,
        token => boundary.CallAsync("secrets.read", reference.Text, () => Find(reference), fault => Failed(reference, fault), token),
        () => Failed(reference, FaultKind.LostUnanswered),
        cancellationToken);

    private SecretResult Find(SecretReference reference) => reference.Text == ChatRoom.Address
        ? new SecretResult.Found(new SecretValue(reference, world.Room.Secret))
        : new SecretResult.Failed(reference, SecretFault.Missing, "no such parameter");

    private static SecretResult.Failed Failed(SecretReference reference, FaultKind fault) => new(
        reference, fault is FaultKind.Throttle ? SecretFault.Throttled : SecretFault.Unreachable, "no answer");
}
