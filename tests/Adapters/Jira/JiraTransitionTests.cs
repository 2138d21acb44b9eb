using HelpDesk.Adapters.Tests.Ticketing;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Tickets;

namespace HelpDesk.Adapters.Tests.Jira;

public sealed class JiraTransitionTests
{
    public static TheoryData<string, TicketTransition[], string> Workflows => new()
    {
        { "English", [Done("Cancel request", "Canceled"), Done("Resolve this issue", "Resolved")], "Resolved" },
        { "duplicate first", [Done("Mark as duplicate", "Duplicate"), Done("Won't do", "Won't Do"), Done("Finish", "Done")], "Done" },
        { "German", [Done("Vorgang stornieren", "Storniert"), Done("Ablehnen", "Abgelehnt"), Done("Lösen", "Gelöst")], "Gelöst" },
        { "Spanish", [Done("Rechazar", "Rechazado"), Done("Cancelar", "Cancelado"), Done("Resolver", "Resuelto")], "Resuelto" },
        { "French", [Done("Refuser", "Refusé"), Done("Annuler la demande", "Annulé"), Done("Résoudre", "Résolu")], "Résolu" },
        { "the name says little, the status more", [Done("Next", "Declined"), Done("Go on", "Completed")], "Completed" },
        { "closed only when nothing better", [Done("Close", "Closed"), Done("Reject", "Rejected"), Done("Solve", "Solved")], "Solved" },
        { "a name that hides a rejection", [Done("Done", "Rejected"), Done("Finish", "Fertig")], "Fertig" },
        { "a word of the house", [Done("Withdraw", "Withdrawn"), Done("Hand back", "Delivered")], "Delivered" },
        { "a screen that only a person can fill", [Done("Resolve with cause", "Resolved") with { RequiredField = "customfield_1" }, Done("Finish", "Done")], "Done" },
        { "a screen without a resolution", [Done("Finish", "Done") with { Resolutions = null }], "Done" },
    };

    [Theory, MemberData(nameof(Workflows))]
    public async Task Resolve_WorkflowOfTheSite_TakesTheTransitionThatMeansSolved(string workflow, TicketTransition[] transitions, string status)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        await systems.SwitchAsync("jira", new TicketSwitches { Transitions = transitions });
        var filed = await systems.FileAsync("jira");

        await systems.Jira.ResolveAsync(filed.Id, "Done.", "run/close", default);

        (await systems.SeeAsync(filed)).State.ShouldBe(status, workflow);
        (await systems.Jira.ReadAsync(filed.Id, default))!.State.ShouldBe(TicketState.Resolved);
    }

    [Theory]
    [InlineData("Canceled")]
    [InlineData("Abgelehnt")]
    [InlineData("Annulé")]
    public async Task Resolve_OnlyWhatCancels_IsNotTakenAndNamesTheSetting(string status)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        await systems.SwitchAsync("jira", new TicketSwitches { Transitions = [Done("X", status)] });
        var filed = await systems.FileAsync("jira");

        var fault = await Should.ThrowAsync<VendorException>(() => systems.Jira.ResolveAsync(filed.Id, "Done.", "run/close", default));

        (fault.Code, fault.IsRetryable).ShouldBe(("no-transition", false));
        fault.Message.ShouldContain("Jira:SolvedStatuses");
        (await systems.SeeAsync(filed)).IsResolved.ShouldBeFalse();
    }

    [Fact]
    public async Task Resolve_StatusesInTheSettings_WinOverWords()
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { ["Jira:SolvedStatuses:0"] = "Archived", ["Jira:SolvedStatuses:1"] = "Done" });
        await systems.SwitchAsync("jira", new TicketSwitches { Transitions = [Done("Finish", "Done"), Done("File away", "Archived")] });
        var filed = await systems.FileAsync("jira");

        await systems.Jira.ResolveAsync(filed.Id, "Done.", "run/close", default);

        (await systems.SeeAsync(filed)).State.ShouldBe("Archived");
    }

    [Theory]
    [InlineData(new[] { "Won't Do", "Erledigt" }, "Erledigt")]
    [InlineData(new[] { "Duplicate", "Fixed" }, "Fixed")]
    [InlineData(new[] { "Rejeté", "Résolu" }, "Résolu")]
    public async Task Resolve_ResolutionsOfTheSite_TakesOneThatMeansSolved(string[] resolutions, string expected)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        await systems.SwitchAsync("jira", new TicketSwitches { Transitions = [Done("Finish", "Done") with { Resolutions = resolutions }] });
        var filed = await systems.FileAsync("jira");

        await systems.Jira.ResolveAsync(filed.Id, "Done.", "run/close", default);

        (await systems.SeeAsync(filed)).Resolution.ShouldBe(expected);
    }

    [Fact]
    public async Task Resolve_NoResolutionThatMeansSolved_NamesTheSetting()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        await systems.SwitchAsync("jira", new TicketSwitches { Transitions = [Done("Finish", "Done") with { Resolutions = ["Won't Do", "Duplicate"] }] });
        var filed = await systems.FileAsync("jira");

        (await Should.ThrowAsync<VendorException>(() => systems.Jira.ResolveAsync(filed.Id, "Done.", "run/close", default))).Message.ShouldContain("Jira:Resolution");
    }

    private static TicketTransition Done(string name, string status) => new(name, status, "done", ["Done", "Won't Do"]);
}
