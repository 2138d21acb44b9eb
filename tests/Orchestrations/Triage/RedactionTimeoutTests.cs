using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>A text that could not be redacted in time is withheld, and says nothing about whether its ticket was changed.</summary>
public sealed class RedactionTimeoutTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string Text = "My laptop does not sync with Intune since this morning, its settings and apps are missing.";

    private readonly House _house;
    private bool _isSlow;

    public RedactionTimeoutTests() => _house = new House(services => services.AddSingleton(provider => new TicketRedactor(
        provider.GetRequiredService<TicketSystemCatalogue>(), NullLogger<TicketRedactor>.Instance, text => _isSlow ? throw new RegexMatchTimeoutException() : text)));

    public void Dispose() => _house.Dispose();

    [Fact]
    public void Snapshot_PartThatTimesOut_IsWithheldAndHasNoHash()
    {
        Ticket();
        var redactor = _house.Get<TicketRedactor>();
        var whole = redactor.Snapshot(_house.Tickets.Ticket!);
        _isSlow = true;

        var snapshot = redactor.Snapshot(_house.Tickets.Ticket!);

        (snapshot.Title, snapshot.Text, snapshot.RequestHash).ShouldBe((TicketRedactor.Withheld, TicketRedactor.Withheld, null));
        redactor.HashOf(_house.Tickets.Ticket!).ShouldBeNull();
        _isSlow = false;
        redactor.HashOf(_house.Tickets.Ticket!).ShouldBe(whole.RequestHash.ShouldNotBeNull());
    }

    [Theory]
    [InlineData("at the start")]
    [InlineData("later")]
    public async Task Compare_WhenOneOfTheReadingsTimedOut_IsNoChangedTicket(string when)
    {
        Ticket();
        _isSlow = when == "at the start";
        var record = await OpenAsync();
        _isSlow = !_isSlow;

        (await _house.Get<ITicketStanding>().ReadAsync(CaseId, default)).ShouldBeNull();

        (await _house.Get<TicketStops>().FindAsync(record.CaseId, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Compare_WhenBothWereReadInTimeAndDiffer_IsAChangedTicket()
    {
        Ticket();
        await OpenAsync();
        _house.Tickets.Ticket = _house.Tickets.Ticket! with { Text = "My phone was stolen, wipe it." };

        (await _house.Get<ITicketStanding>().ReadAsync(CaseId, default)).ShouldNotBeNull().Kind.ShouldBe(TicketStopKind.Changed);
    }

    [Fact]
    public async Task Ticket_WhoseLaterReadingsTimeOut_IsDoneAllTheSame()
    {
        Ticket();
        _house.Directory.Devices["d1"] = new Device
        {
            Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = _house.Time.GetUtcNow(),
        };
        var context = _house.Context(CaseId);
        context.DiesAfter = name =>
        {
            _isSlow |= name == "make-plan";
            return false;
        };

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Resolved);

        _isSlow.ShouldBeTrue();
    }

    private void Ticket()
    {
        _house.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        _house.Tickets.Write("A problem", Text, $"{House.Requester}@contoso.example");
    }

    private async Task<CaseRecord> OpenAsync()
    {
        var store = _house.Get<CaseStore>();
        await store.OpenAsync(_house.Tickets.Ticket!.Reference, _house.Time.GetUtcNow(), default);
        var (_, reference) = await _house.Get<TicketReader>().KeepAsync(CaseId, _house.Tickets.Ticket, default);
        return await store.UpdateAsync(CaseId, record => record with { Snapshot = reference }, default);
    }
}
