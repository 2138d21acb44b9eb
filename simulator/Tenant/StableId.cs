using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Simulator.Tenant;

/// <summary>Ids derived from names, so that every start and every version of the simulator has the same ones.</summary>
public static class StableId
{
    /// <summary>The id of a name: a GUID of version 4 in form, made of SHA-256.</summary>
    public static string Of(string name)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"contoso.example/{name}"), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true).ToString();
    }

    /// <summary>A number from 0 to <paramref name="limit"/> - 1, always the same for a name.</summary>
    public static int Number(string name, int limit) =>
        (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (uint)limit);
}
