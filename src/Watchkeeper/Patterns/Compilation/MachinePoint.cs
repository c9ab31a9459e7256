namespace Watchkeeper.Patterns.Compilation;

/// <summary>
/// A point on the engine's way through a pattern's fields in the order of their names: the fields that can be tested next.
/// </summary>
internal sealed class MachinePoint
{
    private readonly Dictionary<string, FieldMachine> machines = new(StringComparer.Ordinal);

    public IReadOnlyCollection<FieldMachine> Machines => machines.Values;

    public FieldMachine MachineOf(string field)
    {
        if (!machines.TryGetValue(field, out var machine)) machines.Add(field, machine = new());
        return machine;
    }
}
