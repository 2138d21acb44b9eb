using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>What every ticket system must do, on each of them.</summary>
public sealed class TicketSystemTests
{
    public static TheoryData<string> Systems => ["servicenow", "jira"];

    public static TheoryData<string, FaultKind, string, bool> Refusals => new()
    {
        { "servicenow", FaultKind.Throttled, "429", true },
        { "servicenow", FaultKind.Unavailable, "503", true },
        { "servicenow", FaultKind.ServerError, "500", true },
        { "servicenow", FaultKind.DropBefore, "unreachable", true },
        { "jira", FaultKind.Throttled, "jira-burst-based", true },
        { "jira", FaultKind.Unavailable, "503", true },
        { "jira", FaultKind.ServerError, "500", true },
        { "jira", FaultKind.DropBefore, "unreachable", true },
    };

    [Theory, MemberData(nameof(Systems))]
    public async Task Read_FiledTicket_TellsWhatThePersonWrote(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name, "Locked out of my account", "Since 09:10.\nLaptop LON-LT-0421.");

        var ticket = (await systems.System(name).ReadAsync(filed.Id, default))!;

        ticket.Reference.ShouldBe(new TicketReference(name, filed.Id, filed.Number));
        ticket.Title.ShouldBe("Locked out of my account");
        ticket.Text.ShouldBe("Since 09:10.\nLaptop LON-LT-0421.");
        ticket.Requester!.Mail.ShouldBe("amy.poe@contoso.example");
        ticket.Requester.DisplayName.ShouldBe("Amy Poe");
        ticket.State.ShouldBe(TicketState.Open);
        ticket.OpenedByUs.ShouldBeFalse();
        (DateTimeOffset.UtcNow - ticket.CreatedAt).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        ticket.CreatedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("servicenow", "ffffffffffffffffffffffffffffffff")]
    [InlineData("servicenow", "../../sys_user/x")]
    [InlineData("servicenow", "")]
    [InlineData("jira", "999999")]
    [InlineData("jira", "1/../../user?x=")]
    [InlineData("jira", "")]
    public async Task Read_NoSuchTicket_IsNull(string name, string id)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        (await systems.System(name).ReadAsync(id, default)).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Read_CommentsOfPeopleAndOurs_ShowsThoseOfPeopleNewestLast(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        for (var number = 1; number <= 22; number++)
            await systems.CommentAsync(filed, $"Comment {number}", isPublic: number != 22);
        await systems.System(name).CommentAsync(filed.Id, "Ours", "run/ours", default);

        var comments = (await systems.System(name).ReadAsync(filed.Id, default))!.Comments;

        comments.Count.ShouldBe(20);
        comments.Select(comment => comment.Text).ShouldNotContain(text => text.Contains("Ours"));
        comments[^1].ShouldSatisfyAllConditions(last => last.Text.ShouldBe("Comment 22"), last => last.IsPublic.ShouldBeFalse());
        comments[0].Text.ShouldBe("Comment 3");
        comments[0].IsPublic.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Comment_RepeatedWithTheSameKey_IsThereOnce(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);

        await systems.System(name).CommentAsync(filed.Id, "We are on it.", "run/tell", default);
        await systems.System(name).CommentAsync(filed.Id, "We are on it.", "run/tell", default);
        await systems.System(name).NoteAsync(filed.Id, "For the desk.", "run/tell", default);
        await systems.System(name).NoteAsync(filed.Id, "For the desk.", "run/tell", default);

        var comments = (await systems.SeeAsync(filed)).Comments;
        comments.Count.ShouldBe(2);
        comments[0].ShouldSatisfyAllConditions(
            comment => comment.IsPublic.ShouldBeTrue(),
            comment => comment.IsOurs.ShouldBeTrue(),
            comment => comment.Text.ShouldMatch(@"\AWe are on it\.\n\n\[ref [0-9a-f]{10}\]\z"));
        comments[1].ShouldSatisfyAllConditions(comment => comment.IsPublic.ShouldBeFalse(), comment => comment.Text.ShouldStartWith("For the desk."));
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Comment_MarkForgedByTheRequester_IsWrittenAllTheSame(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var first = await systems.FileAsync(name);
        await systems.System(name).CommentAsync(first.Id, "Hello.", "run/tell", default);
        var mark = (await systems.SeeAsync(first)).Comments[0].Text.Split('\n')[^1];
        var second = await systems.FileAsync(name);
        await systems.CommentAsync(second, mark);

        await systems.System(name).CommentAsync(second.Id, "Hello.", "run/tell", default);

        (await systems.SeeAsync(second)).Comments.Count(comment => comment.IsOurs).ShouldBe(1);
    }

    [Theory]
    [InlineData("servicenow", "table/incident")]
    [InlineData("jira", "comment")]
    public async Task Comment_AnswerLostAfterTheEffect_IsSeenAndNotRepeated(string name, string path)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        systems.Fault(name, FaultKind.DropAfter, path, name == "jira" ? "POST" : "PATCH");

        await systems.System(name).CommentAsync(filed.Id, "Once.", "run/once", default);
        await systems.System(name).CommentAsync(filed.Id, "Once.", "run/once", default);

        (await systems.SeeAsync(filed)).Comments.Count.ShouldBe(1);
        systems.Effects.Count(effect => effect.Operation == "comment").ShouldBe(1);
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Assign_ByNameOfTheGroup_IsDoneOnceAndNotTakenBack(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);

        await systems.System(name).AssignAsync(filed.Id, "Identity and Access", "run/assign", default);
        (await systems.System(name).ReadAsync(filed.Id, default))!.AssignmentGroup.ShouldBe("Identity and Access");
        await systems.System(name).AssignAsync(filed.Id, "Network", "run/other", default);
        await systems.System(name).AssignAsync(filed.Id, "Identity and Access", "run/assign", default);

        (await systems.SeeAsync(filed)).Group.ShouldBe("Network");
        systems.Effects.Count(effect => effect.Operation == "assign").ShouldBe(2);
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Assign_UnknownGroup_SaysWhichSettingToChange(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(name).AssignAsync(filed.Id, "No such group", "run/assign", default));

        fault.Code.ShouldBe("unknown-group");
        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain(name == "jira" ? "Jira:GroupField" : "policy/routing.yaml");
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Resolve_Twice_IsDoneOnceWithTheNotes(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);

        await systems.System(name).ResolveAsync(filed.Id, "Account unlocked.", "run/close", default);
        await systems.System(name).ResolveAsync(filed.Id, "Account unlocked.", "run/close", default);

        var seen = await systems.SeeAsync(filed);
        seen.IsResolved.ShouldBeTrue();
        (seen.Resolution + string.Join('\n', seen.Comments.Select(comment => comment.Text))).ShouldContain("Account unlocked.");
        seen.Comments.ShouldAllBe(comment => !comment.IsPublic);
        systems.Effects.Count(effect => effect.Operation == "resolve").ShouldBe(1);
        (await systems.System(name).ReadAsync(filed.Id, default))!.State.ShouldBe(TicketState.Resolved);
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Resolve_ReopenedSinceByAPerson_StaysOpenForTheSameKey(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        await systems.System(name).ResolveAsync(filed.Id, "Account unlocked.", "run/close", default);
        var before = (await systems.System(name).ReadAsync(filed.Id, default))!.Version;
        await systems.ReopenAsync(filed);

        await systems.System(name).ResolveAsync(filed.Id, "Account unlocked.", "run/close", default);

        var ticket = (await systems.System(name).ReadAsync(filed.Id, default))!;
        ticket.State.ShouldBe(TicketState.Open);
        ticket.Version.ShouldBeGreaterThan(before);
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Resolve_AnswerLostAfterTheEffect_IsNoFault(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        systems.Fault(name, FaultKind.DropAfter, name == "jira" ? "transitions" : "table/incident", name == "jira" ? "POST" : "PATCH");

        await systems.System(name).ResolveAsync(filed.Id, "Done.", "run/close", default);

        systems.Effects.Count(effect => effect.Operation == "resolve").ShouldBe(1);
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task List_SinceAMoment_OldestFirstWithoutOurs(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = new List<string>();
        for (var number = 0; number < 3; number++)
            filed.Add((await systems.FileAsync(name, $"Ticket {number}")).Number);

        var listed = await systems.System(name).ListCreatedSinceAsync(DateTimeOffset.UtcNow.AddMinutes(-5), default).ToListAsync();
        var none = await systems.System(name).ListCreatedSinceAsync(DateTimeOffset.UtcNow.AddMinutes(5), default).ToListAsync();

        listed.Select(ticket => ticket.Number).ShouldBe(filed);
        none.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Refusals))]
    public async Task Read_SystemInTrouble_IsARetryableFault(string name, FaultKind kind, string code, bool isRetryable)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        (await systems.System(name).ReadAsync(filed.Id, default)).ShouldNotBeNull();
        systems.Fault(name, kind, seconds: 7, count: null);

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(name).ReadAsync(filed.Id, default));

        fault.System.ShouldBe(name);
        fault.Code.ShouldBe(code);
        fault.IsRetryable.ShouldBe(isRetryable);
        fault.RetryAfter.ShouldBe(kind is FaultKind.Throttled or FaultKind.Unavailable ? TimeSpan.FromSeconds(7) : null);
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Read_NoAnswerInTime_IsARetryableTimeout(string name)
    {
        var setting = name == "jira" ? "Jira" : "ServiceNow";
        await using var systems = await SimulatedSystems.StartAsync(new() { [$"{setting}:Timeout"] = "00:00:08" });
        var filed = await systems.FileAsync(name);
        (await systems.System(name).ReadAsync(filed.Id, default)).ShouldNotBeNull();
        systems.Fault(name, FaultKind.Latency, seconds: 30, count: null);

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(name).ReadAsync(filed.Id, default));

        fault.Code.ShouldBe("timeout");
        fault.IsRetryable.ShouldBeTrue();
        fault.Message.ShouldContain($"{setting}:Timeout");
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task Write_NoSuchTicket_IsAFaultThatIsNotRetried(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var missing = name == "jira" ? "999999" : new string('f', 32);

        foreach (var id in new[] { missing, "../x" })
        {
            (await Should.ThrowAsync<VendorException>(() => systems.System(name).CommentAsync(id, "x", "run/a", default))).IsRetryable.ShouldBeFalse();
            (await Should.ThrowAsync<VendorException>(() => systems.System(name).ResolveAsync(id, "x", "run/b", default))).IsRetryable.ShouldBeFalse();
            (await Should.ThrowAsync<VendorException>(() => systems.System(name).AssignAsync(id, "Network", "run/c", default))).IsRetryable.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("servicenow", "ServiceNow:ClientSecret", "ServiceNow:ClientSecret")]
    [InlineData("jira", "Jira:ApiToken", "Jira:ApiToken")]
    public async Task Read_WrongSecret_NamesTheSettingAndNotTheSecret(string name, string setting, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { [setting] = "wrong-secret-of-the-test" });
        var filed = await systems.FileAsync(name);

        var fault = await Should.ThrowAsync<VendorException>(() => systems.System(name).ReadAsync(filed.Id, default));

        fault.Code.ShouldBe("401");
        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain(named);
        fault.ToString().ShouldNotContain("wrong-secret-of-the-test");
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task HostileText_ThereAndBack_IsTextOnBothSides(string name)
    {
        const string Hostile = "<script>alert(1)</script> ${jndi:ldap://x} {{7*7}} [~accountid:abc] !http://x/y.png! {code}x{code} \\ | 'it''s' \"q\" ü 漢 🔒";
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name, $"Title {Hostile}", Hostile);

        var ticket = (await systems.System(name).ReadAsync(filed.Id, default))!;
        await systems.System(name).CommentAsync(filed.Id, $"Nul\0 \ud800 and {Hostile}", "run/hostile", default);

        ticket.Title.ShouldBe($"Title {Hostile}");
        ticket.Text.ShouldBe(Hostile);
        (await systems.SeeAsync(filed)).Comments.Single().Text.ShouldStartWith($"Nul \ufffd and {Hostile}\n\n[ref ");
    }
}
