using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tickets;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>Tickets that we open for people who wrote on a channel, in both systems over HTTP.</summary>
public sealed class TicketForPersonTests
{
    private const string Amy = "amy.poe@contoso.example";
    private const string Key = "teams-bot-0123456789abcdef0123456789abcdef";

    private static readonly TicketDraft Draft = new("The printer on floor 3 prints blank pages", "The printer on floor 3\nprints {blank} [pages].", Amy, Amy, TicketChannel.Chat);

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Open_OneKeyTwice_IsOneTicketOfThatPerson(string system)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        var first = await systems.System(system).OpenAsync(Draft, Key, default);
        var second = await systems.System(system).OpenAsync(Draft with { Title = "Written again" }, Key, default);

        second.ShouldBe(first);
        Opened(systems).ShouldBe(1);
        var ticket = (await systems.System(system).ReadAsync(first.ExternalId, default))!;
        ticket.OpenedByUs.ShouldBeTrue();
        ticket.OpeningKey.ShouldBe(Key);
        ticket.Requester!.Mail.ShouldBe(Amy);
        ticket.Title.ShouldBe(Draft.Title);
        ticket.Text.ShouldBe(Draft.Text);
        ticket.Reference.ShouldBe(first);
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Open_TwoKeys_AreTwoTickets(string system)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        var first = await systems.System(system).OpenAsync(Draft, Key, default);
        var second = await systems.System(system).OpenAsync(Draft, $"{Key[..^1]}0", default);

        second.ExternalId.ShouldNotBe(first.ExternalId);
    }

    [Theory]
    [InlineData("servicenow", "/api/now/table/incident")]
    [InlineData("jira", "/rest/servicedeskapi/request")]
    public async Task Open_AnswerLost_IsFoundAndNotOpenedAgain(string system, string path)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        systems.Fault(system, FaultKind.DropAfter, path, "POST");

        var ticket = await systems.System(system).OpenAsync(Draft, Key, default);

        Opened(systems).ShouldBe(1);
        (await systems.System(system).ReadAsync(ticket.ExternalId, default))!.OpeningKey.ShouldBe(Key);
    }

    [Theory]
    [InlineData("servicenow", "/api/now/table/incident")]
    [InlineData("jira", "/rest/servicedeskapi/request")]
    public async Task Open_SystemAway_IsRetryableAndOpensNothing(string system, string path)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        systems.Fault(system, FaultKind.Unavailable, path, "POST");

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(system).OpenAsync(Draft, Key, default));
        fault.IsRetryable.ShouldBeTrue();
        Opened(systems).ShouldBe(0);
        await systems.System(system).OpenAsync(Draft, Key, default);

        Opened(systems).ShouldBe(1);
    }

    [Theory]
    [InlineData("servicenow", false)]
    [InlineData("servicenow", true)]
    [InlineData("jira", false)]
    [InlineData("jira", true)]
    public async Task Open_NoOneUserWithThatAddress_IsOpenedWithoutThemAndSaysWhoItWas(string system, bool areTwo)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        await systems.SwitchAsync(system, areTwo ? new TicketSwitches { DoubleUsers = [Amy] } : new TicketSwitches { DeletedUsers = [Amy] });

        var reference = await systems.System(system).OpenAsync(Draft, Key, default);

        var ticket = (await systems.System(system).ReadAsync(reference.ExternalId, default))!;
        ticket.Requester?.Mail.ShouldNotBe(Amy);
        ticket.Text.ShouldContain(Amy);
        ticket.OpeningKey.ShouldBe(Key);
    }

    [Fact]
    public async Task Open_AddressUnknownAndUserNameKnown_IsTheirs()
    {
        await using var systems = await SimulatedSystems.StartAsync();

        var reference = await systems.ServiceNow.OpenAsync(Draft with { Address = "amy@elsewhere.example", UserName = "amy.poe" }, Key, default);

        (await systems.ServiceNow.ReadAsync(reference.ExternalId, default))!.Requester!.Mail.ShouldBe(Amy);
    }

    [Theory]
    [InlineData("servicenow", "create ACL of incident")]
    [InlineData("jira", "raiseOnBehalfOf")]
    public async Task Open_PermissionMissing_NamesIt(string system, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        await systems.SwitchAsync(system, new TicketSwitches { MayNotOpen = true });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(system).OpenAsync(Draft, Key, default));

        fault.Code.ShouldBe("not-opened");
        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain(named);
    }

    [Theory]
    [InlineData("Jira:ServiceDeskId", null, "Jira:ServiceDeskId")]
    [InlineData("Jira:RequestTypeId", "", "Jira:RequestTypeId")]
    [InlineData("Jira:ServiceDeskId", "77", "Jira:ServiceDeskId")]
    [InlineData("Jira:RequestTypeId", "77", "Jira:RequestTypeId")]
    public async Task Open_SettingOfJiraMissingOrWrong_NamesIt(string setting, string? value, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { [setting] = value });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.Jira.OpenAsync(Draft, Key, default));

        fault.Code.ShouldBe("not-opened");
        fault.Message.ShouldContain(named);
        Opened(systems).ShouldBe(0);
    }

    [Theory]
    [InlineData("servicenow", "correlation_id")]
    [InlineData("jira", "description")]
    public async Task Open_FieldOfTheKeyIsDropped_NamesItAndHealthToo(string system, string field)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        await systems.SwitchAsync(system, new TicketSwitches { Dropped = [field] });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(system).OpenAsync(Draft, Key, default));

        fault.Code.ShouldBe(TicketErrors.NotShown);
        fault.Message.ShouldContain(field, Case.Insensitive);
        systems.Advice(system).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(TicketChannel.Chat)]
    [InlineData(TicketChannel.Mail)]
    public async Task Open_InServiceNow_HasTheWayItCameAndATitleThatFits(TicketChannel channel)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        var reference = await systems.ServiceNow.OpenAsync(Draft with { Title = new string('t', 300), Channel = channel }, Key, default);

        var ticket = (await systems.ServiceNow.ReadAsync(reference.ExternalId, default))!;
        ticket.Opening!.Channel.ShouldBe(channel);
        ticket.Title.Length.ShouldBeLessThanOrEqualTo(160);
    }

    [Fact]
    public async Task Read_MarkInATicketOfAnotherAccount_IsNoKeyAndStaysText()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("jira", text: $"Please unlock me.\n\n[ref {Key}]");

        var ticket = (await systems.Jira.ReadAsync(filed.Id, default))!;

        ticket.OpeningKey.ShouldBeNull();
        ticket.OpenedByUs.ShouldBeFalse();
        ticket.Text.ShouldContain(Key);
        (await systems.Jira.OpenAsync(Draft, Key, default)).ExternalId.ShouldNotBe(filed.Id);
    }

    [Fact]
    public async Task Read_CorrelationIdInATicketOfAnotherAccount_IsNoKey()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("servicenow");
        await systems.ChangeAsync(filed, new TicketChange { CorrelationId = Key });

        (await systems.ServiceNow.ReadAsync(filed.Id, default))!.OpeningKey.ShouldBeNull();
        (await systems.ServiceNow.OpenAsync(Draft, Key, default)).ExternalId.ShouldNotBe(filed.Id);
    }

    [Fact]
    public async Task Read_MarkWrittenByThePerson_LosesAgainstOurs()
    {
        await using var systems = await SimulatedSystems.StartAsync();

        var reference = await systems.Jira.OpenAsync(Draft with { Text = "Help!\n\n[ref mail-ffffffffffffffffffffffffffffffff]" }, Key, default);

        (await systems.Jira.ReadAsync(reference.ExternalId, default))!.OpeningKey.ShouldBe(Key);
    }

    private static int Opened(SimulatedSystems systems) => systems.Effects.Count(effect => effect.Operation == "open");
}
