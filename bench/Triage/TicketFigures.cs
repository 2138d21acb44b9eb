using System.Globalization;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Systems;

namespace HelpDesk.Bench.Triage;

/// <summary>The table of one set of labelled tickets.</summary>
/// <param name="intents">The catalogue.</param>
internal sealed class TicketFigures(IntentCatalogue intents)
{
    /// <summary>From here on a plan is considered (policy/confidence.yaml).</summary>
    public const double Considered = 0.60;

    private const int Bins = 10;

    /// <summary>All figures of a set.</summary>
    /// <param name="set">How the set is called.</param>
    /// <param name="tickets">Its tickets, judged.</param>
    /// <param name="bar">What is promised for it.</param>
    public IReadOnlyList<Figure> Of(string set, IReadOnlyList<JudgedTicket> tickets, TicketBar bar)
    {
        List<Figure> figures =
        [
            Share($"{set}: likeliest, strict", tickets, static one => one.Likeliest.Intent == one.Ticket.Intent, 0),
            Share($"{set}: likeliest, lenient", tickets, static one => one.Ticket.Accepts(one.Likeliest.Intent), bar.Likeliest),
            Share($"{set}: final answer, strict", tickets, static one => one.Final == one.Ticket.Intent, 0),
            Share($"{set}: final answer, lenient", tickets, static one => one.Ticket.Accepts(one.Final), bar.Final),
        ];
        figures.AddRange(tickets.GroupBy(static one => one.Ticket.Language, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => Share($"{set}: final answer, lenient, {group.Key}", [.. group], static one => one.Ticket.Accepts(one.Final), bar.FinalPerLanguage)));

        var sure = tickets.Where(one => one.IsSure(intents, Considered)).ToList();
        var planned = tickets.Where(one => one.IsPlanned(intents, Considered)).ToList();
        var undue = planned.Count(static one => one.IsUndue);
        figures.Add(Share($"{set}: acting intents from 0.60, right", sure, static one => one.Ticket.Accepts(one.Final), bar.Precision));
        figures.Add(new Figure($"{set}: plans, undue of them", Text($"{planned.Count}, {undue}"), "-", "-", "0 undue", undue == 0));
        figures.Add(Share($"{set}: machine, found", [.. tickets.Where(static one => one.Ticket.IsMachine)], static one => Shows(one, TicketTraits.Machine) || Shows(one, TicketTraits.ProviderNotice), bar.Machine));
        figures.Add(new Figure($"{set}: machine, wrongly seen", Text($"{tickets.Count(static one => !one.Ticket.IsMachine && Shows(one, TicketTraits.Machine))}"), "-", "-", "-", true));
        figures.Add(Share($"{set}: third party, found", [.. tickets.Where(static one => one.Ticket.IsThirdParty)], static one => Shows(one, TicketTraits.ThirdParty), bar.ThirdParty));
        figures.Add(new Figure($"{set}: third party, wrongly seen", Text($"{tickets.Count(static one => !one.Ticket.IsThirdParty && Shows(one, TicketTraits.ThirdParty))}"), "-", "-", "-", true));
        figures.Add(Share($"{set}: already done, found", [.. tickets.Where(static one => one.Ticket.IsAlreadyDone)], static one => Shows(one, TicketTraits.AlreadyDone) || Shows(one, TicketTraits.SaidDone), 0));
        figures.AddRange(Systems(set, tickets));
        figures.Add(Error($"{set}: calibration error, strict", tickets, static one => one.Likeliest.Intent == one.Ticket.Intent, 1));
        figures.Add(Error($"{set}: calibration error, lenient", tickets, static one => one.Ticket.Accepts(one.Likeliest.Intent), bar.Calibration));
        return figures;
    }

    private IEnumerable<Figure> Systems(string set, IReadOnlyList<JudgedTicket> tickets)
    {
        // Only where it decides: tickets about an account that a runbook would change.
        var account = tickets.Where(one => intents.Find(one.Ticket.Intent) is { IsOfDirectory: true }).ToList();
        yield return Share($"{set}: another system, found", [.. account.Where(static one => one.Ticket.IsOfOtherSystem)], static one => one.Result.Facts.System is not null and not SystemTable.Entra, 0);
        yield return Share($"{set}: directory, found", [.. account.Where(static one => one.Ticket.System == "entra")], static one => one.Result.Facts.System is null or SystemTable.Entra, 0);
    }

    private static bool Shows(JudgedTicket one, string trait) => one.Result.Traits.Contains(trait, StringComparer.Ordinal);

    private static Figure Share(string name, IReadOnlyList<JudgedTicket> tickets, Func<JudgedTicket, bool> isRight, double least)
    {
        var right = tickets.Count(isRight);
        var share = tickets.Count == 0 ? 1 : (double)right / tickets.Count;
        return new Figure(name, Text($"{share:0.000}"), Text($"{right} of {tickets.Count}"), "-", least > 0 ? Text($">= {least:0.00}") : "-", share >= least);
    }

    private static Figure Error(string name, IReadOnlyList<JudgedTicket> tickets, Func<JudgedTicket, bool> isRight, double most)
    {
        var error = tickets.GroupBy(static one => Math.Min((int)(one.Likeliest.Probability * Bins), Bins - 1))
            .Sum(bin => (double)bin.Count() / tickets.Count * Math.Abs(bin.Average(static one => one.Likeliest.Probability) - ((double)bin.Count(isRight) / bin.Count())));
        return new Figure(name, Text($"{error:0.000}"), "-", "-", most < 1 ? Text($"<= {most:0.00}") : "-", error <= most);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What is promised for a set of tickets: least shares, and most calibration error; 0 and 1 promise nothing.</summary>
internal sealed record TicketBar(double Likeliest, double Final, double FinalPerLanguage, double Precision, double Machine, double ThirdParty, double Calibration);
