using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Tickets;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>An answer of success is no proof: what a field permission drops is noticed, named and not retried.</summary>
public sealed class ReadBackTests
{
    [Theory]
    [InlineData("servicenow", "comments", "incident.comments")]
    [InlineData("jira", "comment", "Add comments")]
    public async Task Comment_DroppedWithSuccess_IsNotToldAndHealthNamesTheField(string name, string field, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        await systems.SwitchAsync(name, new TicketSwitches { Dropped = [field] });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(name).CommentAsync(filed.Id, "We are on it.", "run/tell", default));

        (fault.Code, fault.IsRetryable).ShouldBe((TicketErrors.NotShown, false));
        fault.Message.ShouldContain(named);
        systems.Advice(name).ShouldContain(advice => advice.Contains(named, StringComparison.Ordinal));
        (await systems.SeeAsync(filed)).Comments.ShouldBeEmpty();

        // The permission is given, and the same call works and takes the warning back.
        await systems.SwitchAsync(name, new TicketSwitches());
        await systems.System(name).CommentAsync(filed.Id, "We are on it.", "run/tell", default);
        (await systems.SeeAsync(filed)).Comments.Count.ShouldBe(1);
        systems.Advice(name).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("servicenow", "work_notes", "incident.work_notes")]
    [InlineData("jira", "note", "internal comment")]
    public async Task Note_DroppedWithSuccess_IsNoticed(string name, string field, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        await systems.SwitchAsync(name, new TicketSwitches { Dropped = [field] });

        (await Should.ThrowAsync<VendorException>(() => systems.System(name).NoteAsync(filed.Id, "For the desk.", "run/note", default))).Message.ShouldContain(named);
    }

    [Fact]
    public async Task Comment_ThatComesOutInternal_IsNotTold()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("jira");
        await systems.SwitchAsync("jira", new TicketSwitches { CommentsAreInternal = true });

        (await Should.ThrowAsync<VendorException>(() => systems.Jira.CommentAsync(filed.Id, "We are on it.", "run/tell", default))).Code.ShouldBe(TicketErrors.NotShown);
    }

    [Theory]
    [InlineData("servicenow", "sys_journal_field")]
    [InlineData("jira", "comment")]
    public async Task Comment_ThatIsHiddenFromUs_IsNotedAsNotShown(string name, string table)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        await systems.SwitchAsync(name, new TicketSwitches { HiddenTables = [table] });

        (await Should.ThrowAsync<VendorException>(() => systems.System(name).CommentAsync(filed.Id, "We are on it.", "run/tell", default))).Code.ShouldBe(TicketErrors.NotShown);
    }

    [Theory]
    [InlineData("servicenow", "assignment_group", "incident.assignment_group")]
    [InlineData("jira", SimulatedIntegration.JiraGroupField, "Edit issues")]
    public async Task Assignment_DroppedWithSuccess_IsNoticedAlsoWhereItsNoteWasKept(string name, string field, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        await systems.SwitchAsync(name, new TicketSwitches { Dropped = [field] });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(name).AssignAsync(filed.Id, "Network", "run/assign", default));

        (fault.Code, fault.IsRetryable).ShouldBe((TicketErrors.NotShown, false));
        fault.Message.ShouldContain(named);
        systems.Advice(name).ShouldContain(advice => advice.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("servicenow", "state", "ServiceNow:ResolvedState")]
    [InlineData("jira", "transition", "Jira:ResolveTransition")]
    public async Task State_DroppedWithSuccess_IsNotResolvedAlsoWhereItsNotesWereKept(string name, string field, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        await systems.SwitchAsync(name, new TicketSwitches { Dropped = [field] });

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var fault = await Should.ThrowAsync<VendorException>(() => systems.System(name).ResolveAsync(filed.Id, "Account unlocked.", "run/close", default));
            (fault.Code, fault.IsRetryable).ShouldBe((TicketErrors.NotShown, false));
            fault.Message.ShouldContain(named);
        }

        (await systems.SeeAsync(filed)).IsResolved.ShouldBeFalse();
    }

    [Fact]
    public async Task State_OfAnInstanceWithItsOwnValues_IsWrittenAndRead()
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { ["ServiceNow:ResolvedState"] = "16", ["ServiceNow:ClosedStates:0"] = "17" });
        var filed = await systems.FileAsync("servicenow");

        await systems.ServiceNow.ResolveAsync(filed.Id, "Account unlocked.", "run/close", default);

        (await systems.ServiceNow.ReadAsync(filed.Id, default))!.State.ShouldBe(TicketState.Resolved);
        (await systems.SeeAsync(filed)).State.ShouldBe("16");
        await systems.ChangeAsync(filed, new TicketChange { State = "17" });
        (await systems.ServiceNow.ReadAsync(filed.Id, default))!.State.ShouldBe(TicketState.Closed);
    }
}
