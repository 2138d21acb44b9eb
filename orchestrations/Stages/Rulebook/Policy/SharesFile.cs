using HelpDesk.Orchestrations.Domain.Policy.Shares;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/shares.yaml</c>: how often tickets of each intent come.</summary>
internal static class SharesFile
{
    // A share of nothing would make an intent impossible, however plain a ticket is.
    private const double Least = 0.0001;

    public static ClassShares Read(SectionReader reader, PolicyReferences known)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        var otherwise = Share(reader, "otherwise");
        if (reader.Section("shares", required: true) is { } section)
        {
            foreach (var intent in section.Keys)
            {
                if (section.Known(intent.Line, "intent", intent.Value, known.IntentIds))
                    shares[intent.Value] = Share(section, intent.Value);
                else
                    section.Node(intent.Value);
            }

            section.End();
        }

        reader.End();
        return new ClassShares(shares, otherwise);
    }

    private static double Share(SectionReader reader, string key)
    {
        var share = reader.Share(key, 1);
        if (share >= Least)
            return share;
        reader.Fault(reader.LineOf(key), $"The share of '{key}' is too small: such tickets would never be understood.", FormattableString.Invariant($"Write a number from {Least} to 1."));
        return Least;
    }
}
