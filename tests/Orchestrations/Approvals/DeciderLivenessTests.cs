using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Approvals;

public sealed class DeciderLivenessTests : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("as-usual", null)]
    [InlineData("blocked", "blocked")]
    [InlineData("guest", "belongs to another organization")]
    [InlineData("gone", "no longer in the directory")]
    [InlineData("revoked", "were ended")]
    [InlineData("revoked-in-the-same-second", null)]
    [InlineData("revoked-before", null)]
    [InlineData("unknown-sign-in", "isn't known when you signed in")]
    public async Task Decider_WhoseAccountChanged_MayNotDecide(string change, string? why)
    {
        var person = House.Person(House.SecurityApprover);
        var before = _house.Directory.People[House.SecurityApprover];
        switch (change)
        {
            case "blocked": _house.Directory.People[before.Id] = before with { AccountEnabled = false }; break;
            case "guest": _house.Directory.People[before.Id] = before with { IsGuest = true }; break;
            case "gone": _house.Directory.People.Remove(before.Id); break;
            case "revoked": _house.Directory.SessionsEnded[before.Id] = House.SignedInAt.AddSeconds(1); break;
            case "revoked-in-the-same-second": _house.Directory.SessionsEnded[before.Id] = House.SignedInAt.AddMilliseconds(400); break;
            case "revoked-before": _house.Directory.SessionsEnded[before.Id] = House.SignedInAt.AddDays(-1); break;
            case "unknown-sign-in": person = person with { SignedInAt = null }; break;
        }

        var answer = await _house.Get<DeciderLiveness>().WhyNotAsync(person, default);

        if (why is null)
            answer.ShouldBeNull();
        else
            answer.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public async Task Directory_ThatCannotBeRead_LetsNobodyDecide()
    {
        _house.Directory.GroupError = new VendorException("graph", "timeout", "Graph does not answer.", isRetryable: true);

        await Should.ThrowAsync<VendorException>(() => _house.Get<DeciderLiveness>().WhyNotAsync(House.Person(House.SecurityApprover), default));
    }
}
