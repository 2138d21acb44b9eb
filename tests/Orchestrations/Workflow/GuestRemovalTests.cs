using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>Who may have a guest removed, and who is removed: with the shipped runbook and policy, and a model that is sure of everything.</summary>
public sealed class GuestRemovalTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string Guest = "0a000000-0000-4000-8000-0000000000f1";
    private const string GuestMail = "gina@partner.example";
    private const string Remove = $"Please remove the guest {GuestMail} from our tenant, the project is over.";

    private readonly House _house = new();

    public GuestRemovalTests()
    {
        _house.Directory.Add(Guest, "Gina Partner", "7a000000-0000-4000-8000-000000000001");
        Change(Guest, guest => guest with { IsGuest = true, Mail = GuestMail, UserPrincipalName = "gina_partner.example#EXT#@contoso.example" });
        _house.Directory.Managers[Guest] = House.Manager;
    }

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Manager_AsksForTheirGuest_IsDoneAfterSecurityAgreed()
    {
        var end = await RunAsync(House.Manager, Remove);

        end.ShouldBe(new TicketWorkflow.Result(CaseState.Resolved, CasePath.Approval, null));
        Effects().ShouldBe(["effect guest.disable", "effect guest.leave-groups"]);
        _house.Remediations["guest.disable"].Calls.ShouldAllBe(call => call.Step.TargetId == Guest);
    }

    [Fact]
    public async Task GuestBlockedBefore_IsOnlyTakenOutOfTheGroups()
    {
        Change(Guest, guest => guest with { AccountEnabled = false });

        (await RunAsync(House.Manager, Remove, approver: House.DeskLead)).State.ShouldBe(CaseState.Resolved);

        Effects().ShouldBe(["effect guest.leave-groups"]);
    }

    [Theory]
    [InlineData("somebody else's guest", House.Stranger, Remove, "only the person's manager in the directory may")]
    [InlineData("an invitation", House.Manager, $"Please invite {GuestMail} as a guest to our tenant.", "plainly asks to take a guest account away")]
    [InlineData("more access", House.Manager, $"The guest account of {GuestMail} expires on Friday, please extend it.", "plainly asks to take a guest account away")]
    [InlineData("the opposite", House.Manager, $"Please do not delete the guest account of {GuestMail} yet.", "not certain what the ticket is about")]
    [InlineData("nobody named", House.Manager, "Please remove the guest account of the consultant, the project is over.", "names no one by mail address")]
    [InlineData("two named", House.Manager, $"Please remove the guest {GuestMail} and the guest paul@partner.example, the project is over.", "several people")]
    [InlineData("a stranger named", House.Manager, "Please remove the guest paul@partner.example from our tenant.", "no one else in the directory")]
    [InlineData("the guest asks", Guest, $"Please remove the guest account {GuestMail}, I do not need access any more.", "names no one by mail address")]
    public async Task Refused_WithTheReasonAndNoEffect(string what, string requester, string text, string why)
    {
        var end = await RunAsync(requester, text);

        end.State.ShouldBe(CaseState.Escalated, what);
        end.Why.ShouldNotBeNull().ShouldContain(why, Case.Insensitive, what);
        Effects().ShouldBeEmpty();
    }

    [Fact]
    public async Task Member_NamedAsGuest_IsLeftAlone()
    {
        var end = await RunAsync(House.Manager, $"Please remove the guest account {House.Requester}@contoso.example from our tenant, the project is over.");

        end.State.ShouldBe(CaseState.Escalated);
        end.Why.ShouldNotBeNull().ShouldContain("the account is a guest of another organisation, and that is not so");
        Effects().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("holds a role", "holds a directory role")]
    [InlineData("became a member while it waited", "The account is no guest")]
    [InlineData("got another manager while it waited", "no delegate rule allows it")]
    public async Task Guest_NotToBeTouched_GoesToAPerson(string what, string why)
    {
        if (what == "holds a role")
            Change(Guest, guest => guest with { Roles = [HeldRole.Unknown] });

        var end = await RunAsync(House.Manager, Remove, () =>
        {
            if (what.StartsWith("got", StringComparison.Ordinal))
                _house.Directory.Managers[Guest] = House.Stranger;
            if (what.StartsWith("became", StringComparison.Ordinal))
                _house.Remediations["guest.disable"].RefusedBecause = "The account is no guest.";
        });

        end.State.ShouldBe(CaseState.Escalated);
        end.Why.ShouldNotBeNull().ShouldContain(why);
        Effects().ShouldBeEmpty();
    }

    [Fact]
    public async Task GuestWhoAsksAsTheManagerOfAnother_IsHandedOver()
    {
        Change(House.Manager, manager => manager with { IsGuest = true });

        var end = await RunAsync(House.Manager, Remove);

        (end.Path, end.Why).ShouldBe((CasePath.Refused, "A guest asks (policy/demands.yaml)."));
        Effects().ShouldBeEmpty();
    }

    private async Task<TicketWorkflow.Result> RunAsync(string requester, string text, Action? whileItWaits = null, string approver = House.SecurityApprover)
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.guest", 0.97);
        _house.Tickets.Write("Guest", text, _house.Directory.People[requester].Mail!);
        var context = _house.Context(CaseId);
        context.OnWait = async _ =>
        {
            var gate = await _house.Get<ApprovalService>().ListOpenAsync(default).FirstAsync();
            whileItWaits?.Invoke();
            return (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(approver), null, default)).Kind == DecisionKind.Recorded;
        };
        return await _house.RunAsync(context);
    }

    private void Change(string id, Func<Person, Person> change) => _house.Directory.People[id] = change(_house.Directory.People[id]);

    private List<string> Effects() => [.. _house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal))];
}
