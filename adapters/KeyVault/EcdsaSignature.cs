using System.Formats.Asn1;

namespace HelpDesk.Adapters.KeyVault;

/// <summary>The two forms of an ECDSA signature: both numbers side by side (JSON Web Signature), and DER (RFC 3279).</summary>
internal static class EcdsaSignature
{
    public static byte[] ToDer(ReadOnlySpan<byte> raw)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(Shortened(raw[..(raw.Length / 2)]));
            writer.WriteIntegerUnsigned(Shortened(raw[(raw.Length / 2)..]));
        }

        return writer.Encode();
    }

    /// <summary>Both numbers, each of a length; null when it is no such signature.</summary>
    public static byte[]? FromDer(ReadOnlySpan<byte> der, int halfLength)
    {
        try
        {
            var reader = new AsnReader(der.ToArray(), AsnEncodingRules.DER);
            var numbers = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var raw = new byte[2 * halfLength];
            var fits = numbers.ReadInteger().TryWrite(raw.AsSpan(0, halfLength)) && numbers.ReadInteger().TryWrite(raw.AsSpan(halfLength, halfLength));
            numbers.ThrowIfNotEmpty();
            return fits ? raw : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Shortened(ReadOnlySpan<byte> number)
    {
        var start = number.IndexOfAnyExcept((byte)0);
        return start < 0 ? number[^1..] : number[start..];
    }

    private static bool TryWrite(this System.Numerics.BigInteger number, Span<byte> into)
    {
        if (number.Sign < 0 || number.GetByteCount(isUnsigned: true) > into.Length)
            return false;
        into.Clear();
        return number.TryWriteBytes(into[^number.GetByteCount(isUnsigned: true)..], out _, isUnsigned: true, isBigEndian: true);
    }
}
