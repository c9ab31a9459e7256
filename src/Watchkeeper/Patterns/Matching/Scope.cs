using System.Collections;

namespace Watchkeeper.Patterns.Matching;

/// <summary>
/// The event itself, or one element of an array in it: the content up to the next arrays, and these arrays. A match chooses at
/// most one element of each array.
/// </summary>
internal sealed class Scope(FieldNode node, int number, int conditionCount, int fieldCount)
{
    /// <summary>The element's node in the pattern's tree.</summary>
    public FieldNode Node => node;

    public int Number => number;

    /// <summary>Conditions that a leaf of this scope meets.</summary>
    public BitArray Met { get; } = new(conditionCount);

    /// <summary>Fields with a leaf in this scope.</summary>
    public BitArray Seen { get; } = new(fieldCount);

    /// <summary>Conditions that a leaf of this scope or of a surrounding one meets; set when the scope is closed.</summary>
    public BitArray MetFromHere { get; private set; } = null!;

    /// <summary>Fields with a leaf in this scope or in a surrounding one; set when the scope is closed.</summary>
    public BitArray SeenFromHere { get; private set; } = null!;

    /// <summary>Fields with a leaf in this scope or inside it; set when the scope is closed.</summary>
    public BitArray SeenInside { get; private set; } = null!;

    public List<ScopeArray> Arrays { get; } = [];

    public bool IsEmpty => Arrays.Count == 0 && !Seen.HasAnySet();

    public ScopeArray ArrayAt(FieldNode at)
    {
        var array = Arrays.Find(known => known.Node == at);
        if (array is null) Arrays.Add(array = new(at));
        return array;
    }

    /// <summary>The array of this scope that leads to the field; null if there is none. Set when the scope is closed.</summary>
    public ScopeArray? ArrayTowards(FieldNode field)
    {
        var (from, to) = (0, Arrays.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (Arrays[middle].Node.Number <= field.Number) from = middle + 1;
            else to = middle;
        }

        return from > 0 && Arrays[from - 1].Node.LeadsTo(field) ? Arrays[from - 1] : null;
    }

    /// <summary>Closes the scope: combines the results from outside and inside, and numbers the arrays.</summary>
    public void Close(Scope? around, ref int arrayCount)
    {
        SortArrays();
        MetFromHere = around is null ? Met : new BitArray(Met).Or(around.MetFromHere);
        SeenFromHere = around is null ? Seen : new BitArray(Seen).Or(around.SeenFromHere);
        SeenInside = Arrays.Count == 0 ? Seen : new BitArray(Seen);
        foreach (var array in Arrays)
        {
            array.Number = arrayCount++;
            array.SeenInside = new(Seen.Length);
            foreach (var element in array.Elements)
            {
                element.Close(this, ref arrayCount);
                array.SeenInside.Or(element.SeenInside);
            }

            SeenInside.Or(array.SeenInside);
        }
    }

    /// <summary>
    /// Dots in an event's names can put two arrays at the same node. Both count as one array, so that only one array of a scope
    /// leads to a field and the search stays linear.
    /// </summary>
    private void SortArrays()
    {
        if (Arrays.Count < 2) return;
        Arrays.Sort((one, other) => one.Node.Number.CompareTo(other.Node.Number));
        var kept = 0;
        for (var index = 1; index < Arrays.Count; index++)
        {
            if (Arrays[kept].Node.LeadsTo(Arrays[index].Node)) Arrays[kept].Elements.AddRange(Arrays[index].Elements);
            else Arrays[++kept] = Arrays[index];
        }

        Arrays.RemoveRange(kept + 1, Arrays.Count - kept - 1);
    }
}
