namespace Watchkeeper.Text;

/// <summary>Searches for the greatest length that fits.</summary>
public static class LargestFit
{
    /// <summary>
    /// The greatest number that fits, by bisection: whatever is less than a number that fits has to fit too.
    /// </summary>
    /// <param name="fits">A number that fits, or the answer if no other does.</param>
    /// <param name="tooLong">A number that does not fit.</param>
    /// <param name="holds">Whether a number between the two fits.</param>
    public static int Find(int fits, int tooLong, Func<int, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        while (tooLong - fits > 1)
        {
            var middle = fits + ((tooLong - fits) / 2);
            if (holds(middle))
                fits = middle;
            else
                tooLong = middle;
        }

        return fits;
    }
}
