using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Shares;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>
/// Sees that a short ticket holds two requests ("headset broken, and a visio licence"): its halves are surely of different intents. A long
/// one tells a story in which many things come up; there only its own words count ("by the way").
/// </summary>
internal static partial class TwoMatters
{
    private const int MostWords = 14;
    private const int LeastWordsOfHalf = 2;

    // Both halves must be as sure as that. 0.75, chosen with bench -- triage: below it, halves of one complaint are told apart.
    private const double Sure = 0.75;

    // What says nothing about a matter of its own, or is as often what another matter leads to ("not compliant and blocks my mail").
    private static readonly string[] NoMatter =
    [
        IntentCatalogue.Unknown, IntentCatalogue.AlreadyDone, IntentCatalogue.WantsPerson, IntentCatalogue.MonitoringAlert, IntentCatalogue.Outage,
        "how-to", "software.problem", "mail.problem", "network.problem", "identity.sign-in-problem",
    ];

    /// <summary>True when two halves are surely of different matters. Takes any text.</summary>
    public static bool Shows(TrainedTriage trained, string? title, string? text, ClassShares? shares)
    {
        var all = PlainText.Clean($"{title} {text}");
        if (all.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWords)
            return false;
        foreach (Match joint in Joint().Matches(all))
        {
            if (Of(trained, all[..joint.Index], shares) is { } before && Of(trained, all[(joint.Index + joint.Length)..], shares) is { } after && !IsSameMatter(before, after))
                return true;
        }

        return false;
    }

    // Factors, sign-in, lock and password are told apart with difficulty, and so are the states of one device: one complaint holds several of them.
    private static bool IsSameMatter(string one, string other) => one == other || Area(one) == Area(other);

    private static string Area(string intent) => intent.Split('.')[0] switch
    {
        "identity" when intent is "identity.licence" or "identity.group-access" or "identity.app-access" or "identity.access-removal" => "access",
        "identity" when intent is "identity.joiner" or "identity.leaver" or "identity.guest" => intent,
        "software" or "network" or "mail" or "telephony" => "use",
        var area => area,
    };

    private static string? Of(TrainedTriage trained, string half, ClassShares? shares)
    {
        if (half.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < LeastWordsOfHalf)
            return null;
        var best = trained.Rank("", half, shares)[0];
        return best.Probability >= Sure && !NoMatter.Contains(best.Intent, StringComparer.Ordinal) ? best.Intent : null;
    }

    [GeneratedRegex(@"[;+]\s|\n?\b(and|plus|also|und|sowie|ausserdem|außerdem|y|además|ademas|et|ainsi que)\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 500)]
    private static partial Regex Joint();
}
