using System.Text;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>
/// Keys as SQLite compares them: byte by byte. UTF-8 sorts characters beyond U+FFFF last, ordinal order of .NET strings sorts them
/// before U+E000; so each half of a surrogate pair is written as three bytes of its own (CESU-8), and both orders are the same.
/// All other text is plain UTF-8, readable with any SQLite tool.
/// </summary>
internal static class KeyText
{
    private const byte SurrogateLead = 0xED;
    private const byte FirstSurrogateTrail = 0xA0;

    public static byte[] Encode(string key)
    {
        if (!key.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return Encoding.UTF8.GetBytes(key);
        var bytes = new List<byte>(key.Length * 3);
        Span<byte> plain = stackalloc byte[3];
        foreach (var unit in key)
        {
            if (char.IsSurrogate(unit))
                bytes.AddRange([SurrogateLead, (byte)(0x80 | ((unit >> 6) & 0x3F)), (byte)(0x80 | (unit & 0x3F))]);
            else
                bytes.AddRange(plain[..new Rune(unit).EncodeToUtf8(plain)]);
        }

        return [.. bytes];
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains(SurrogateLead))
            return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (bytes.Length >= 3 && bytes[0] == SurrogateLead && bytes[1] >= FirstSurrogateTrail)
            {
                text.Append((char)(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)));
                bytes = bytes[3..];
                continue;
            }

            Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            text.Append(rune.ToString());
            bytes = bytes[used..];
        }

        return text.ToString();
    }
}
