using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Tests.Notification.Layout;

/// <summary>Splits a text as SNS does, so that the tests do not take the product's word for the number of segments.</summary>
internal static class SmsSegments
{
    /// <summary>
    /// The number of segments: one of 160 septets or 70 code units, else of 153 or 67, and no character is divided between two.
    /// </summary>
    public static int Count(string text)
    {
        var septets = SmsText.SeptetsOf(text);
        var (alone, each) = septets is null ? (70, 67) : (160, 153);
        if ((septets ?? text.Length) <= alone)
            return 1;
        var (segments, used) = (1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var size = septets is null ? rune.Utf16SequenceLength : SmsText.SeptetsOf(rune.ToString())!.Value;
            if (used + size > each)
                (segments, used) = (segments + 1, 0);
            used += size;
        }

        return segments;
    }
}
