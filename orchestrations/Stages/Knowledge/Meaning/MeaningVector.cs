using System.Numerics;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Meaning;

/// <summary>
/// A vector in signed bytes: a quarter of the memory, and an error that is small beside the differences that count. The largest number becomes 127, so that
/// short vectors keep as much as long ones.
/// </summary>
public static class MeaningVector
{
    private const int Largest = sbyte.MaxValue;

    /// <summary>The vector in bytes.</summary>
    /// <exception cref="ArgumentException">It is empty, zero or has a number that is none.</exception>
    public static sbyte[] Of(IReadOnlyList<float> numbers)
    {
        var largest = 0f;
        foreach (var number in numbers)
            largest = float.IsFinite(number) ? Math.Max(largest, Math.Abs(number)) : throw new ArgumentException("The vector has a number that is not finite.", nameof(numbers));
        if (largest <= 0)
            throw new ArgumentException("The vector is empty or zero.", nameof(numbers));
        var bytes = new sbyte[numbers.Count];
        for (var at = 0; at < bytes.Length; at++)
            bytes[at] = (sbyte)MathF.Round(numbers[at] / largest * Largest);
        return bytes;
    }

    /// <summary>How long it is.</summary>
    public static float LengthOf(ReadOnlySpan<sbyte> vector) => MathF.Sqrt(Product(vector, vector));

    /// <summary>The sum of the products of two vectors of one length.</summary>
    public static int Product(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sums = Vector<int>.Zero;
        var at = 0;
        for (; at <= one.Length - Vector<sbyte>.Count; at += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[at..]), out var oneLow, out var oneHigh);
            Vector.Widen(new Vector<sbyte>(other[at..]), out var otherLow, out var otherHigh);
            // A product of two bytes fits into 16 bits; a sum of several does not.
            Vector.Widen(oneLow * otherLow, out var first, out var second);
            Vector.Widen(oneHigh * otherHigh, out var third, out var fourth);
            sums += first + second + third + fourth;
        }

        var sum = Vector.Sum(sums);
        for (; at < one.Length; at++)
            sum += one[at] * other[at];
        return sum;
    }
}
