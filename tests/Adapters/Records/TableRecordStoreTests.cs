using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Adapters.Tests.Records;

public sealed class TableRecordStoreTests(Azurite azurite) : RecordConcurrencyConformance, IClassFixture<Azurite>
{
    protected override IRecordStore Store => azurite.Store;
}
