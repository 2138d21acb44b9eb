using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Operations;

/// <summary>The kill switch against somebody who can write to the record store: it goes on for anybody who can write, and off for nobody without the key.</summary>
public sealed class ForgedSwitchTests : IDisposable
{
    private static readonly string Partition = Tenant.Partition("switches");

    private readonly House _house = NewHouse();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("record off")]
    [InlineData("record gone")]
    [InlineData("entry without signature")]
    [InlineData("entry of another key")]
    [InlineData("entry gone")]
    public async Task On_AndForgedToOff_StaysOn(string what)
    {
        await Switch.SetAsync(true, "operator:test", "A fire drill.", default);
        await ForgeAsync(what);

        (await Switch.IsOnAsync(default)).ShouldBeTrue();
        if (what is not ("record gone" or "entry gone"))
            (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Record_OffThatNobodySigned_IsOn()
    {
        _house.Store.Tamper(Tables.Flags, Partition, "kill-switch", Off);

        (await Switch.IsOnAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Switch_OnAndOffAndAfterARestart_IsWhereItWasPut()
    {
        await Switch.SetAsync(true, "operator:test", "A fire drill.", default);
        await Switch.SetAsync(false, "operator:test", "The drill is over.", default);

        using var next = NewHouse(_house.Store);
        (await next.Get<KillSwitch>().StateAsync(default)).ShouldSatisfyAllConditions(state => state.IsOn.ShouldBeFalse(), state => state.Reason.ShouldBe("The drill is over."));
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Move_KilledAtEachWrite_IsNeverOffWhileItIsOnAnywhere(bool isOn, bool after)
    {
        for (var atWrite = 1; atWrite < 6; atWrite++)
        {
            using var house = NewHouse();
            if (!isOn)
                await house.Get<KillSwitch>().SetAsync(true, "operator:test", "A fire drill.", default);
            var dying = new DyingStore(house.Store, atWrite, after);
            using var killed = NewHouse(dying);
            var isMoved = false;
            try
            {
                await killed.Get<KillSwitch>().SetAsync(isOn, "operator:test", "Moved.", default);
                isMoved = true;
            }
            catch (ProcessDiedException)
            {
                // Moved again below.
            }

            using var next = NewHouse(house.Store);
            if (isMoved)
                (await next.Get<KillSwitch>().IsOnAsync(default)).ShouldBe(isOn);
            await next.Get<KillSwitch>().SetAsync(isOn, "operator:test", "Moved again.", default);
            (await next.Get<KillSwitch>().IsOnAsync(default)).ShouldBe(isOn);
            (await TamperEvents.RecentAsync(house.Store, house.Time, default).CountAsync()).ShouldBe(0);
        }
    }

    private static string Off => DurableJson.Write(new KillSwitchState(false, "operator:test", DateTimeOffset.UnixEpoch, "Nothing to see."));

    private KillSwitch Switch => _house.Get<KillSwitch>();

    private async Task ForgeAsync(string what)
    {
        var entry = KillSwitchEntries.Of(new KillSwitchState(false, "operator:test", _house.Time.GetUtcNow().AddMinutes(1), "Nothing to see."));
        switch (what)
        {
            case "record off":
                _house.Store.Tamper(Tables.Flags, Partition, "kill-switch", Off);
                break;
            case "record gone":
                _house.Store.Tamper(Tables.Flags, Partition, "kill-switch", null);
                break;
            case "entry without signature":
                _house.Store.Tamper(Tables.Flags, Partition, "kill-switch", null);
                await _house.Get<IAuditLog>().AppendAsync(entry, default);
                break;
            case "entry of another key":
                _house.Store.Tamper(Tables.Flags, Partition, "kill-switch", null);
                await _house.Get<IAuditLog>().AppendAsync(await new AuditSeals(new FixedDecisionSigner(8)).SealAsync(entry, default), default);
                break;
            default:
                // With its record, its head and its marker: this process has seen it.
                (await Switch.IsOnAsync(default)).ShouldBeTrue();
                _house.Store.Tamper(Tables.Flags, Partition, "kill-switch", null);
                foreach (var row in new[] { AuditRows.Entry(1), AuditRows.Head(1) })
                    _house.Store.Tamper(Tables.Audit, AuditRows.Chain(KillSwitch.AuditChain), row, null);
                break;
        }
    }

    private static House NewHouse(IRecordStore? store = null) => new(services =>
    {
        services.AddSingleton<IAuditLog, AuditLog>();
        if (store is not null)
            services.AddSingleton(store);
    });
}
