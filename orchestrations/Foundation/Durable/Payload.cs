using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>What may be stored in a history: no null, and no more than <see cref="MaxBytes"/>.</summary>
public static class Payload
{
    /// <summary>Largest payload of one input, result or event in a history, in UTF-8 bytes (design: histories carry ids and small facts).</summary>
    public const int MaxBytes = 8 * 1024;

    /// <summary>Writes a value for a history, or refuses one that is null or longer than <see cref="MaxBytes"/>.</summary>
    /// <param name="value">An input, result or event body.</param>
    /// <param name="step">Which step it belongs to; it is in the refusal.</param>
    /// <exception cref="StepFailedException">Code <c>PayloadTooLarge</c> or <c>PayloadMissing</c>, naming the step.</exception>
    public static string Write<T>(T value, string step) => Require(DurableJson.Write(value), step);

    /// <summary>Refuses JSON that may not be in a history; see <see cref="Write{T}"/>.</summary>
    public static string Require(string json, string step)
    {
        if (json == "null")
            throw new StepFailedException(step, "PayloadMissing", "The payload is null; give a record, or Unit where there is nothing to say.");
        // A UTF-16 unit is at most three bytes of UTF-8: most payloads need no counting.
        if (json.Length <= MaxBytes / 3)
            return json;
        var bytes = Encoding.UTF8.GetByteCount(json);
        if (bytes <= MaxBytes)
            return json;
        throw new StepFailedException(step, "PayloadTooLarge", string.Create(
            CultureInfo.InvariantCulture,
            $"The payload has {bytes} bytes, a history takes at most {MaxBytes}; keep it in the context store and pass its id."));
    }
}
