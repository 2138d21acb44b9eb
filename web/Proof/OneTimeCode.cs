using System.Security.Cryptography;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Web.Proof;

/// <summary>Makes one-time codes: 13 characters of 32, 65 bits, in groups that can be read aloud. No letter looks like a digit.</summary>
internal static class OneTimeCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code, such as <c>7KQ2-M9XT-4HRCP</c>.</summary>
    public static string Make()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, Vouchers.CodeLength);
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }
}
