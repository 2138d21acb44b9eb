using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Finds out who asks and who opened the ticket: only by an exact, unique match of the ticket system's own user records in the directory,
/// never by words in the text.
/// </summary>
public sealed class RequesterReading(IDirectory directory, RecentCases recent)
{
    private const int MostOpeners = 5;

    /// <summary>The one person of the directory whose account of the ticket system this is; null when there is no such person.</summary>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<Person?> PersonOfAsync(TicketRequester account, CancellationToken cancellation) => (await MatchAsync(account, cancellation)).Person;

    /// <summary>What the directory says of the people behind a ticket.</summary>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<RequesterSnapshot> ReadAsync(CaseId caseId, TicketSnapshot ticket, CancellationToken cancellation)
    {
        var (person, why) = await MatchAsync(ticket.Requester, cancellation);
        var opening = await OpeningAsync(ticket, person, cancellation);
        var devices = person is null ? [] : await DevicesAsync(person.Id, cancellation);
        return person is null
            ? new RequesterSnapshot { NotMatched = why, Opening = opening }
            : new RequesterSnapshot
            {
                Person = person,
                Opening = opening,
                Manager = await directory.GetManagerAsync(person.Id, cancellation),
                Devices = devices ?? [],
                DevicesAreMissing = devices is null,
                RecentCases = await recent.AddAsync(person.Id, caseId, cancellation),
            };
    }

    // Device management that does not answer must not keep an account from being signed out: who needs a device reads it again.
    private async Task<IReadOnlyList<Device>?> DevicesAsync(PersonId personId, CancellationToken cancellation)
    {
        try
        {
            return await directory.GetDevicesAsync(personId, cancellation);
        }
        catch (VendorException)
        {
            return null;
        }
    }

    private async Task<CaseOpening?> OpeningAsync(TicketSnapshot ticket, Person? requester, CancellationToken cancellation)
    {
        if (ticket.Opening is not { } opening)
            return null;
        var openers = new List<CaseOpener>();
        foreach (var account in opening.By.DistinctBy(account => account.SystemUserId, StringComparer.Ordinal).Take(MostOpeners))
        {
            var isRequester = account.SystemUserId.Length > 0 && account.SystemUserId == ticket.Requester?.SystemUserId;
            var person = isRequester ? requester : (await MatchAsync(account, cancellation)).Person;
            openers.Add(new CaseOpener(person?.Id, DisplayText.Of(person?.DisplayName ?? account.DisplayName ?? account.UserName, "an unknown account")));
        }

        return new CaseOpening([.. openers.Distinct()], opening.Channel);
    }

    private async Task<(Person? Person, string? Why)> MatchAsync(TicketRequester? account, CancellationToken cancellation)
    {
        if (account is null)
            return (null, "The ticket system names no requester.");
        var addresses = new[] { account.Mail, account.UserName }
            .Where(address => address is not null && address.Contains('@', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (addresses.Count == 0)
            return (null, $"The ticket system shows no mail address of the requester.{(account.Hidden is { } hidden ? $" {hidden}" : "")}");

        var found = new List<Person>();
        foreach (var address in addresses)
        {
            if (await directory.FindByAddressAsync(address!, cancellation) is { } person)
                found.Add(person);
        }

        return found.Select(person => person.Id).Distinct().Count() switch
        {
            0 => (null, "No one in the directory has exactly the requester's address."),
            1 when found[0].IsFunctional => (null, "The address belongs to a shared mailbox or service account, not to one person."),
            1 => (found[0], null),
            _ => (null, "The requester's mail address and user name belong to different people."),
        };
    }
}
