namespace Watchkeeper.Patterns.Compilation;

/// <summary>A point on the engine's way through the fields of a pattern, in the order of their names: what can be asked next.</summary>
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
